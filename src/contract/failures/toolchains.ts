import { said } from '../said.ts';

/** Installed toolchains: verification, install, removal, adoption. */
export const toolchainFailures = {
  'toolchain.not-translated': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `${p.path} is not a translated Go in use.`,
      hint: 'Run `burrow native --dry-run` to list them.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 不是正在使用的、经转译运行的 Go。`,
      hint: '运行 `burrow native --dry-run` 查看有哪些。',
    }),
  }),
  /** `version` is empty if none was selected. */
  'toolchain.arch-cannot-run': said<{
    arch: string;
    machine: string;
    runnable: string[];
    version: string;
    archs: string[];
  }>('failed', {
    en: (p) => ({
      message: `A Go for ${p.arch} cannot run on this machine (${p.machine}).`,
      hint: [
        `It can run: ${p.runnable.join(', ')}.`,
        ...(p.version === ''
          ? []
          : [
              p.archs.length > 0
                ? `${p.version} is installed for ${p.archs.join(' and ')}.`
                : `${p.version} is not installed.`,
            ]),
      ].join(' '),
    }),
    'zh-CN': (p) => ({
      message: `${p.arch} 的 Go 无法在本机（${p.machine}）运行。`,
      hint: [
        `本机可运行：${p.runnable.join('、')}。`,
        ...(p.version === ''
          ? []
          : [
              p.archs.length > 0
                ? `${p.version} 已安装的构建：${p.archs.join('、')}。`
                : `${p.version} 尚未安装。`,
            ]),
      ].join(''),
    }),
  }),
  /** `bundled`: the day of the index that came with Burrow, if `expected` is from there. */
  'toolchain.checksum-mismatch': said<{
    what: string;
    expected: string;
    got: string;
    source: string;
    bundled?: string;
  }>('refused', {
    en: (p) => ({
      message: `${p.what} from ${p.source} does not match what was published: expected ${p.expected}, got ${p.got}.`,
      hint: p.bundled
        ? `It was deleted. The expected hash is from the index that came with Burrow (${p.bundled}), because no official site answered. Try again when go.dev or golang.google.cn can be reached; if it still differs, do not trust this source until you know why.`
        : 'It was deleted. Choose another source, and do not trust this one until you know why.',
    }),
    'zh-CN': (p) => ({
      message: `来自 ${p.source} 的 ${p.what} 与官方发布不符：应为 ${p.expected}，实际为 ${p.got}。`,
      hint: p.bundled
        ? `已将其删除。由于官方站点均无应答，预期值取自随 Burrow 附带的索引（${p.bundled}）：请在能够连接 go.dev 或 golang.google.cn 时重试。如仍不符，查明原因前不要信任此来源。`
        : '已将其删除。请换用其他来源，查明原因前不要信任此来源。',
    }),
  }),
  /** `holds` and `wanted`: `go1.26.1 linux/amd64`. */
  'toolchain.another-archive': said<{ path: string; holds: string; wanted: string }>('refused', {
    en: (p) => ({
      message: `${p.path} contains ${p.holds}, not ${p.wanted}.`,
      hint: 'Give the version it contains (with `--os` and `--arch` if it is for another machine), or another file.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 是 ${p.holds}，而不是 ${p.wanted}。`,
      hint: '请指定它实际的版本（如适用于其他机器，另加 `--os` 和 `--arch`），或换用其他文件。',
    }),
  }),
  'toolchain.wrong-content': said<{ what: string; detail: string }>('refused', {
    en: (p) => ({
      message: `${p.what} is not the Go it claims to be: ${p.detail}`,
      hint: 'It was not installed. Choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.what} 与其声称的 Go 不符：${p.detail}`,
      hint: '未安装。请选择其他来源。',
    }),
  }),
  'toolchain.adopted': said<{ version: string; from: string }>('failed', {
    en: (p) => ({
      message: `${p.version} was adopted from ${p.from}: Burrow has no hashes of its files and never changes them.`,
      hint: 'Verify it with the tool that installed it, or install a copy with `burrow install`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 接管自 ${p.from}：Burrow 没有保存其文件的哈希，也从不修改它们。`,
      hint: '请用当初安装它的工具校验，或用 `burrow install` 另行安装。',
    }),
  }),
  'toolchain.cannot-run': said<{ version: string; target: string }>('failed', {
    en: (p) => ({
      message: `${p.version} for ${p.target} cannot run on this machine.`,
      hint: 'Choose one that is installed for this processor (`--arch`).',
    }),
    'zh-CN': (p) => ({
      message: `适用于 ${p.target} 的 ${p.version} 无法在本机运行。`,
      hint: '请选择适用于本机处理器的已安装版本（`--arch`）。',
    }),
  }),
  'toolchain.ambiguous': said<{ wanted: string; matches: string[] }>('failed', {
    en: (p) => ({
      message: `${p.wanted} is installed more than once: ${p.matches.join(', ')}.`,
      hint: 'Choose one with `--arch`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.wanted} 安装了多份：${p.matches.join('、')}。`,
      hint: '请指明是哪一份（`--arch`）。',
    }),
  }),
  'toolchain.no-go': said<{ path: string; reason: 'no-version' | 'no-program' }>('failed', {
    en: (p) => ({
      message: `There is no Go in ${p.path}: ${
        {
          'no-version': 'it has no VERSION file that names a release',
          'no-program': 'its bin/go is not an executable',
        }[p.reason]
      }.`,
      hint: 'Give the folder that `go env GOROOT` prints, or run `burrow adopt` to see what was found.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 中没有 Go：${
        { 'no-version': '没有写明发行版本的 VERSION 文件', 'no-program': '其 bin/go 不是可执行程序' }[
          p.reason
        ]
      }。`,
      hint: '请指定 `go env GOROOT` 输出的文件夹，或运行 `burrow adopt` 查看已找到的 Go。',
    }),
  }),
  'toolchain.already-here': said<{ version: string; target: string; path: string; adopting: string }>(
    'failed',
    {
      en: (p) => ({
        message: `${p.version} for ${p.target} already exists (${p.path}), so ${p.adopting} was not adopted.`,
        hint: `To use the other one instead, run \`burrow remove ${p.version.replace(/^go/, '')}\` first.`,
      }),
      'zh-CN': (p) => ({
        message: `适用于 ${p.target} 的 ${p.version} 已经存在（${p.path}），因此未接管 ${p.adopting}。`,
        hint: `如需改用后者，请先运行 \`burrow remove ${p.version.replace(/^go/, '')}\`。`,
      }),
    },
  ),
  'toolchain.not-adopted': said<{ path: string }>('failed', {
    en: (p) => ({
      message: `${p.path} is not adopted.`,
      hint: 'Run `burrow list` to see what is adopted. To remove a Go that Burrow installed, use `burrow remove`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 未被接管。`,
      hint: '运行 `burrow list` 查看已接管的 Go。由 Burrow 安装的 Go 请用 `burrow remove` 移除。',
    }),
  }),
};
