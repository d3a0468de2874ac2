import { installCommand } from '../install-command.ts';
import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

interface Advice {
  /** The release that the install in the hint would get, if known: `go1.26.8` for `1.26`. */
  installs?: string | null;
}

interface TooOld extends Advice {
  place: string;
  requires: string;
  running: string;
  remedy: 'pin' | 'gotoolchain' | 'install';
}

/** The command that installs a toolchain: `go1.26`, or `1.26`. */
function install(toolchain: string, { installs = null }: Advice, locale: Locale): string {
  return installCommand[locale](toolchain.replace(/^go/, ''), installs);
}

function remedyInEnglish(p: TooOld): string {
  if (p.remedy === 'pin') return `Pin a newer Go: \`burrow use ${p.requires}\`.`;
  if (p.remedy === 'install') return `Install a newer Go: ${install(p.requires, p, 'en')}.`;
  return 'Let GOTOOLCHAIN name a newer Go, or set it to `auto`.';
}

function remedyInChinese(p: TooOld): string {
  if (p.remedy === 'pin') return `请固定一个更新的 Go：\`burrow use ${p.requires}\`。`;
  if (p.remedy === 'install') return `请安装更新的 Go：${install(p.requires, p, 'zh-CN')}。`;
  return '请让 GOTOOLCHAIN 指定更新的 Go，或将其设为 `auto`。';
}

/** Why Go's own switching, which follows GOTOOLCHAIN and go.mod (https://go.dev/doc/toolchain), fails. */
export const goSwitchFailures = {
  /**
   * `place`: `file:line`; `requires` without `go`; `gotoolchain`: its value, empty if it is not set; `remedy`: what to
   * change.
   */
  'go-switch.too-old': said<TooOld & { gotoolchain: string }>('failed', {
    en: (p) => ({
      message: `${p.place} requires Go ${p.requires} or newer, but ${p.running} runs ${
        p.gotoolchain
          ? `with GOTOOLCHAIN=${p.gotoolchain}, which does not let it switch`
          : 'without a GOTOOLCHAIN that lets it switch'
      }: builds fail.`,
      hint: remedyInEnglish(p),
    }),
    'zh-CN': (p) => ({
      message: `${p.place} 要求 Go ${p.requires} 或更新版本，而运行的是 ${p.running}，${
        p.gotoolchain ? `且 GOTOOLCHAIN=${p.gotoolchain} 不允许它切换` : '且没有允许它切换的 GOTOOLCHAIN'
      }：构建会失败。`,
      hint: remedyInChinese(p),
    }),
  }),
  /** The same for a Go before 1.21, which ignores GOTOOLCHAIN. */
  'go-switch.before-switching': said<TooOld>('failed', {
    en: (p) => ({
      message: `${p.place} requires Go ${p.requires}, but ${p.running} runs, which is older and cannot switch: Go can do that since 1.21.`,
      hint: remedyInEnglish(p),
    }),
    'zh-CN': (p) => ({
      message: `${p.place} 要求 Go ${p.requires}，而运行的是 ${p.running}：它较旧，且不会切换（Go 自 1.21 起才支持切换）。`,
      hint: remedyInChinese(p),
    }),
  }),
  'go-switch.not-on-path': said<Advice & { toolchain: string; gotoolchain: string }>('not-installed', {
    en: (p) => ({
      message: `GOTOOLCHAIN=${p.gotoolchain} lets Go look for ${p.toolchain} only on PATH, where it was not found.`,
      hint: `Run ${install(p.toolchain, p, 'en')}, or set GOTOOLCHAIN to \`auto\`.`,
    }),
    'zh-CN': (p) => ({
      message: `GOTOOLCHAIN=${p.gotoolchain} 只允许 Go 在 PATH 中查找 ${p.toolchain}，而那里没有。`,
      hint: `请运行 ${install(p.toolchain, p, 'zh-CN')}，或将 GOTOOLCHAIN 设为 \`auto\`。`,
    }),
  }),
  'go-switch.invalid': said<{ value: string }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: invalid GOTOOLCHAIN "${p.value}".`,
      hint: 'Set it to `auto`, `local`, `path` or a toolchain such as `go1.26.1`; `burrow current --explain` shows where it is set.',
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：GOTOOLCHAIN“${p.value}”无效。`,
      hint: '请将其设为 `auto`、`local`、`path` 或 `go1.26.1` 这样的工具链；`burrow current --explain` 会显示它在哪里设置。',
    }),
  }),
  /** `place`: `file:line`. */
  'go-switch.invalid-line': said<{ text: string; place: string }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: ${p.place} names an invalid toolchain "${p.text}".`,
      hint: 'Write a toolchain such as `go1.26.1` there, or remove the line.',
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：${p.place} 中的工具链“${p.text}”无效。`,
      hint: '请在其中写 `go1.26.1` 这样的工具链，或删除该行。',
    }),
  }),
  /** `remedy`: `install` for a `go` line, which only the first Gos that could switch read as a toolchain. */
  'go-switch.language-version': said<Advice & { toolchain: string; remedy: 'write' | 'install' }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: ${p.toolchain} is a language version, not a toolchain.`,
      hint:
        p.remedy === 'install'
          ? `Install a newer Go: ${install(p.toolchain, p, 'en')}.`
          : `Write a release, such as ${p.toolchain}.0.`,
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：${p.toolchain} 是语言版本，不是工具链版本。`,
      hint:
        p.remedy === 'install'
          ? `请安装更新的 Go：${install(p.toolchain, p, 'zh-CN')}。`
          : `请写明发行版本，例如 ${p.toolchain}.0。`,
    }),
  }),
  'go-switch.other-on-path': said<{ toolchain: string; path: string; version: string }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: ${p.path} should be ${p.toolchain} but is ${p.version}.`,
      hint: 'Remove that file, or make it run the version that it is named after.',
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：${p.path} 应为 ${p.toolchain}，实际是 ${p.version}。`,
      hint: '请删除该文件，或让它指向与其名称一致的版本。',
    }),
  }),
  'go-switch.not-downloaded': said<Advice & { toolchain: string; path: string }>('not-installed', {
    en: (p) => ({
      message: `Go refuses to run: it found ${p.path}, which has not downloaded its Go yet.`,
      hint: `Run \`${p.toolchain} download\`, or ${install(p.toolchain, p, 'en')} and put Burrow's shims before it in PATH.`,
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：它找到的 ${p.path} 尚未下载其 Go。`,
      hint: `请运行 \`${p.toolchain} download\`；或运行 ${install(p.toolchain, p, 'zh-CN')}，并在 PATH 中将 Burrow 的 shims 放在它之前。`,
    }),
  }),
  /** Go sets GOTOOLCHAIN_INTERNAL_SWITCH_VERSION itself; otherwise it is set only by mistake. */
  'go-switch.unexpected-version': said<{ wanted: string; found: string }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: GOTOOLCHAIN_INTERNAL_SWITCH_VERSION expects ${p.wanted}, but ${p.found} was started.`,
      hint: 'Run `unset GOTOOLCHAIN_INTERNAL_SWITCH_VERSION`.',
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：GOTOOLCHAIN_INTERNAL_SWITCH_VERSION 要求 ${p.wanted}，而启动的是 ${p.found}。`,
      hint: '请运行 `unset GOTOOLCHAIN_INTERNAL_SWITCH_VERSION`。',
    }),
  }),
  'go-switch.relative-gowork': said<{ value: string }>('failed', {
    en: (p) => ({
      message: `Go refuses to run: GOWORK is "${p.value}", which is not an absolute path.`,
      hint: 'Set it to an absolute path or to `off`, or unset it.',
    }),
    'zh-CN': (p) => ({
      message: `Go 拒绝运行：GOWORK 为“${p.value}”，不是绝对路径。`,
      hint: '请将其设为绝对路径或 `off`，或取消设置。',
    }),
  }),
};
