import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import type { Rule } from '../switching.ts';

/**
 * Why a version file cannot be read: `form` (it does not name a version), `empty`, `image` (it names the tag of a
 * container image), `denied` (no permission), `folder` or `special` (a pipe, a socket, a device) in the place of a
 * file, `utf-16` (its encoding), `long` (the line, or what stands above it, is longer than what is read of a file).
 */
export type UnreadableWhy = 'form' | 'empty' | 'image' | 'denied' | 'folder' | 'special' | 'utf-16' | 'long';

interface UnreadableFile {
  /** Which kind of file it is. */
  rule: Rule;
  file: string;
  line: number;
  /** The words that cannot be read; empty if there are none. */
  text: string;
  why: UnreadableWhy;
  /** For `image`: the version in the tag, to be written instead; otherwise empty. */
  plain: string;
}

const unreadableFile = {
  en: {
    form: (p) => `${p.file}:${p.line} does not name a Go version: "${p.text}".`,
    empty: (p) => `${p.file}:${p.line} does not name a Go version: it is empty.`,
    image: (p) => `${p.file}:${p.line} does not name a Go version, but a container image: "${p.text}".`,
    denied: (p) => `${p.file} cannot be read: you have no permission.`,
    folder: (p) => `${p.file} cannot be read: it is a folder, not a file.`,
    special: (p) => `${p.file} cannot be read: it is a pipe, a socket or a device, not a file.`,
    'utf-16': (p) => `${p.file} cannot be read: its encoding is UTF-16.`,
    long: (p) =>
      `${p.file} cannot be read as far as line ${p.line}: a line may be up to 1 kB long, and the version must be in the first 64 kB.`,
  },
  'zh-CN': {
    form: (p) => `${p.file}:${p.line} 未写明 Go 版本：“${p.text}”。`,
    empty: (p) => `${p.file}:${p.line} 未写明 Go 版本：文件为空。`,
    image: (p) => `${p.file}:${p.line} 写的是容器镜像标签，不是 Go 版本：“${p.text}”。`,
    denied: (p) => `无法读取 ${p.file}：没有权限。`,
    folder: (p) => `无法读取 ${p.file}：它是文件夹，不是文件。`,
    special: (p) => `无法读取 ${p.file}：它是管道、套接字或设备，不是文件。`,
    'utf-16': (p) => `无法读取 ${p.file}：它的编码是 UTF-16。`,
    long: (p) => `无法读取 ${p.file} 第 ${p.line} 行：每行不得超过 1 kB，版本须位于文件的前 64 kB 内。`,
  },
} satisfies Record<Locale, Record<UnreadableWhy, (p: UnreadableFile) => string>>;

const unreadableFileHint: Record<Locale, (p: UnreadableFile) => string> = {
  en: (p) => {
    switch (p.why) {
      case 'image':
        return `Write the plain version there: ${p.plain}.`;
      case 'denied':
        return 'Give yourself permission to read it, or remove it.';
      case 'folder':
      case 'special':
        return 'Remove it, or give it another name.';
      case 'utf-16':
        return 'Save it as UTF-8.';
      case 'long':
        return 'Write the version on a short line near the top of the file.';
      default:
        if (p.rule === 'mise-toml') {
          return 'Write one version there, in quotes and on one line, e.g. `go = "1.26.1"`, or run `burrow use 1.26.1` in its folder.';
        }
        return p.rule === 'default'
          ? 'Write one version there, e.g. 1.26.1, or run `burrow use 1.26.1 --global`.'
          : 'Write one version there, e.g. 1.26.1, or run `burrow use 1.26.1` in its folder.';
    }
  },
  'zh-CN': (p) => {
    switch (p.why) {
      case 'image':
        return `请直接写版本号：${p.plain}。`;
      case 'denied':
        return '请为自己添加读取权限，或将其移除。';
      case 'folder':
      case 'special':
        return '请将其移除或改名。';
      case 'utf-16':
        return '请将其另存为 UTF-8 编码。';
      case 'long':
        return '请将版本写在靠近文件开头的一行短行中。';
      default:
        if (p.rule === 'mise-toml') {
          return '请在其中写一个版本，加引号并写在一行内，例如 `go = "1.26.1"`，或在该文件夹运行 `burrow use 1.26.1`。';
        }
        return p.rule === 'default'
          ? '请在其中写一个版本，例如 1.26.1，或运行 `burrow use 1.26.1 --global`。'
          : '请在其中写一个版本，例如 1.26.1，或在该文件夹运行 `burrow use 1.26.1`。';
    }
  },
};

/** Which Go runs in a folder, and why. */
export const switchingFailures = {
  'version-file.unreadable': said<UnreadableFile>('not-installed', {
    en: (p) => ({ message: unreadableFile.en[p.why](p), hint: unreadableFileHint.en(p) }),
    'zh-CN': (p) => ({ message: unreadableFile['zh-CN'][p.why](p), hint: unreadableFileHint['zh-CN'](p) }),
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
  /** A warning. `file`: where `go env -w` wrote it; null: it is a variable. `runs`: the GOROOT of the Go that runs. */
  'switching.stale-goroot': said<{ goroot: string; file: string | null; runs: string }>('failed', {
    en: (p) => ({
      message: `GOROOT is set to ${p.goroot}${p.file === null ? '' : ` in ${p.file}`}, but the Go that runs here is in ${p.runs}.`,
      hint: `Burrow's shims ignore it; a go that is started without them fails with "version does not match". ${
        p.file === null
          ? "Run `unset GOROOT`, and delete the line in your shell's profile that sets it."
          : 'Run `go env -u GOROOT`.'
      }`,
    }),
    'zh-CN': (p) => ({
      message: `GOROOT ${p.file === null ? '' : `在 ${p.file} 中`}被设为 ${p.goroot}，但此处运行的 Go 位于 ${p.runs}。`,
      hint: `Burrow 的 shim 会忽略它；不经 shim 启动的 go 会因 “version does not match” 而失败。${
        p.file === null
          ? '请运行 `unset GOROOT`，并删除 Shell 配置文件中设置它的那一行。'
          : '请运行 `go env -u GOROOT`。'
      }`,
    }),
  }),
  /** Printed by the command `burrow` in the shims folder. `program`: where Burrow was. */
  'switching.burrow-gone': said<{ program: string }>('failed', {
    en: (p) => ({
      message: `Burrow is no longer at ${p.program}.`,
      hint: 'Open the app, or run `bin/burrow use` or `bin/burrow install` in the folder where Burrow is now; each of them updates this command.',
    }),
    'zh-CN': (p) => ({
      message: `Burrow 已不在 ${p.program}。`,
      hint: '请打开应用，或在 Burrow 现在所在的文件夹运行 `bin/burrow use` 或 `bin/burrow install`，此命令会随之更新。',
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
