import { said } from '../said.ts';
import type { Rule } from '../switching.ts';

/** Which Go runs in a folder, and why. */
export const switchingFailures = {
  /** `text` is empty if the file is empty or cannot be read. `rule`: the kind of file. */
  'version-file.unreadable': said<{ rule: Rule; file: string; line: number; text: string }>('not-installed', {
    en: (p) => ({
      message: p.text
        ? `${p.file}:${p.line} does not name a Go version: "${p.text}".`
        : `${p.file}:${p.line} does not name a Go version: it is empty or cannot be read.`,
      hint:
        p.rule === 'mise-toml'
          ? 'Write one version there, in quotes and on one line, e.g. `go = "1.26.1"`, or run `burrow use 1.26.1` in its folder.'
          : p.rule === 'default'
            ? 'Write one version there, e.g. 1.26.1, or run `burrow use 1.26.1 --global`.'
            : 'Write one version there, e.g. 1.26.1, or run `burrow use 1.26.1` in its folder.',
    }),
    'zh-CN': (p) => ({
      message: p.text
        ? `${p.file}:${p.line} 未写明 Go 版本：“${p.text}”。`
        : `${p.file}:${p.line} 未写明 Go 版本：文件为空或无法读取。`,
      hint:
        p.rule === 'mise-toml'
          ? '请在其中写一个版本，加引号并写在一行内，例如 `go = "1.26.1"`，或在该文件夹运行 `burrow use 1.26.1`。'
          : p.rule === 'default'
            ? '请在其中写一个版本，例如 1.26.1，或运行 `burrow use 1.26.1 --global`。'
            : '请在其中写一个版本，例如 1.26.1，或在该文件夹运行 `burrow use 1.26.1`。',
    }),
  }),
  /** `text` is empty if the file is empty. */
  'version-file.kept': said<{ file: string; line: number; text: string }>('failed', {
    en: (p) => ({
      message: `${p.file} was not removed: ${p.text ? `line ${p.line} is not a Go version: "${p.text}"` : 'it is empty'}.`,
      hint: 'Remove it yourself if nothing needs it.',
    }),
    'zh-CN': (p) => ({
      message: `未移除 ${p.file}：${p.text ? `第 ${p.line} 行“${p.text}”不是 Go 版本` : '文件为空'}。`,
      hint: '如果没有程序需要它，请手动移除。',
    }),
  }),
  'version-file.changed': said<{ file: string }>('failed', {
    en: (p) => ({
      message: `${p.file} has changed since Burrow wrote it.`,
      hint: 'It was left unchanged. Edit it yourself, or pin the version that you want.',
    }),
    'zh-CN': (p) => ({
      message: `${p.file} 的内容已不是 Burrow 写入的内容。`,
      hint: '文件保持原样。请手动编辑，或重新固定所需的版本。',
    }),
  }),
  'switching.variable-unreadable': said<{ text: string }>('not-installed', {
    en: (p) => ({
      message: `BURROW_GO does not name a Go version: "${p.text}".`,
      hint: 'Set it to a version, e.g. `export BURROW_GO=1.26.1`, or unset it: `unset BURROW_GO`.',
    }),
    'zh-CN': (p) => ({
      message: `BURROW_GO 未写明 Go 版本：“${p.text}”。`,
      hint: '请将其设为一个版本，例如 `export BURROW_GO=1.26.1`，或运行 `unset BURROW_GO` 取消。',
    }),
  }),
  /** `because`: `file:line`, or BURROW_GO. */
  'switching.no-system-go': said<{ because: string }>('not-installed', {
    en: (p) => ({
      message: `${p.because} asks for the system's Go, but PATH has no Go besides Burrow's.`,
      hint: 'Put another Go on PATH, or write a version there instead of `system`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.because} 要求使用系统的 Go，但 PATH 中除 Burrow 的以外没有其他 Go。`,
      hint: '请将另一个 Go 加入 PATH，或将其中的 `system` 改为一个版本。',
    }),
  }),
  'switching.install-cancelled': said('not-installed', {
    en: () => ({
      message: 'Installing the required Go was cancelled, so nothing was run.',
      hint: 'Nothing was left incomplete. Run it again at any time.',
    }),
    'zh-CN': () => ({
      message: '此处所需 Go 的安装已取消，因此没有运行任何程序。',
      hint: '没有留下任何半成品，可随时重新执行。',
    }),
  }),
  'switching.no-such-tool': said<{ tool: string; version: string; tools: string[] }>('failed', {
    en: (p) => ({
      message: `"${p.tool}" is not a tool of ${p.version}, which has ${p.tools.join(', ')}.`,
      hint: 'To list the tools installed with `go install`, run `burrow tools`.',
    }),
    'zh-CN': (p) => ({
      message: `“${p.tool}”不是 ${p.version} 自带的工具；它自带 ${p.tools.join('、')}。`,
      hint: '用 `go install` 安装的工具请用 `burrow tools` 查看。',
    }),
  }),
  'switching.nothing-chosen': said<{ dir: string }>('not-installed', {
    en: (p) => ({
      message: `No Go is selected for ${p.dir}.`,
      hint: 'Run `burrow use VERSION` there, or `burrow use VERSION --global` for a default.',
    }),
    'zh-CN': (p) => ({
      message: `${p.dir} 没有选定 Go。`,
      hint: '请在其中运行 `burrow use 版本`，或用 `burrow use 版本 --global` 设置默认版本。',
    }),
  }),
};
