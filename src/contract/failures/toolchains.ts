import { rosettaEnds } from '../rosetta.ts';
import { type Reason, said } from '../said.ts';
import { dateHint } from './system.ts';

/** Versions, sources, verification, install, removal. */
export const toolchainFailures = {
  /** `exact`: the whole version of one that is installed was asked for. */
  'version.unreadable': said<{ input: string; exact?: boolean }>({
    en: (p) => ({
      message: p.exact ? `"${p.input}" does not name one version.` : `"${p.input}" is not a Go version.`,
      hint: p.exact
        ? 'Write one as `burrow list` shows it, e.g. 1.26.1.'
        : 'Write 1.26.1, 1.26, 1.27rc1 or latest.',
    }),
    'zh-CN': (p) => ({
      message: p.exact ? `“${p.input}”没有指明一个版本。` : `“${p.input}”不是 Go 版本。`,
      hint: p.exact
        ? '请按 `burrow list` 所示写出完整版本，例如 1.26.1。'
        : '请写成 1.26.1、1.26、1.27rc1 或 latest。',
    }),
  }),
  'version.unknown': said<{ wanted: string; nearest: string[] }>({
    en: (p) => ({
      message: `There is no Go ${p.wanted}.`,
      hint:
        p.nearest.length > 0
          ? `Did you mean ${p.nearest.join(' or ')}?`
          : 'Run `burrow available` to see what there is.',
    }),
    'zh-CN': (p) => ({
      message: `没有 Go ${p.wanted} 这个版本。`,
      hint:
        p.nearest.length > 0
          ? `您是否想要 ${p.nearest.join(' 或 ')}？`
          : '运行 `burrow available` 查看可用版本。',
    }),
  }),
  'version.no-build': said<{ version: string; target: string }>({
    en: (p) => ({
      message: `${p.version} was never built for ${p.target}.`,
      hint: 'Choose a newer version, or another processor (`--arch`).',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 没有适用于 ${p.target} 的构建。`,
      hint: '请选择更新的版本，或选择其他处理器（`--arch`）。',
    }),
  }),
  /** On a Mac with Apple silicon; `installed`: its Intel build is here. */
  'version.no-native-build': said<{
    version: string;
    reason: 'too-old' | 'custom-build';
    installed: boolean;
  }>({
    en: (p) => ({
      message: {
        'too-old': `${p.version} has no native build for this Mac: the first Go for Apple silicon is 1.16.`,
        'custom-build': `${p.version} has no native build to be had: it is no official Go, somebody built it.`,
      }[p.reason],
      hint: p.installed
        ? `Keep it, or move what uses it to ${p.reason === 'too-old' ? 'Go 1.16 or newer' : 'an official Go'}. ${rosettaEnds.en}`
        : `Rosetta can run its Intel build: \`burrow install ${p.version.replace(/^go/, '')} --arch amd64\`. ${rosettaEnds.en}`,
    }),
    'zh-CN': (p) => ({
      message: {
        'too-old': `${p.version} 没有适用于这台 Mac 的原生构建：Go 从 1.16 起才支持 Apple 芯片。`,
        'custom-build': `${p.version} 没有可用的原生构建：它不是官方发布的 Go，而是他人自行构建的。`,
      }[p.reason],
      hint: p.installed
        ? `请保留它，或让使用它的项目改用${p.reason === 'too-old' ? ' Go 1.16 或更新的版本' : '官方发布的 Go'}。${rosettaEnds['zh-CN']}`
        : `可通过 Rosetta 运行其 Intel 构建：\`burrow install ${p.version.replace(/^go/, '')} --arch amd64\`。${rosettaEnds['zh-CN']}`,
    }),
  }),
  'toolchain.not-translated': said<{ path: string }>({
    en: (p) => ({
      message: `${p.path} is no translated Go that is in use.`,
      hint: 'Run `burrow native --dry-run` to see which are.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 不是正在使用的、经转译运行的 Go。`,
      hint: '运行 `burrow native --dry-run` 查看有哪些。',
    }),
  }),
  /** `version`: `go1.24.9`, or `latest`; `archs`: for which processors it is installed. */
  'toolchain.not-for-arch': said<{ version: string; arch: string; archs: string[] }>({
    en: (p) => ({
      message: `${p.version} is not installed for ${p.arch}${p.archs.length > 0 ? `, but for ${p.archs.join(' and ')}` : ''}.`,
      hint: `Run \`burrow install ${p.version.replace(/^go/, '')} --arch ${p.arch}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 没有安装 ${p.arch} 构建${p.archs.length > 0 ? `，已安装的是 ${p.archs.join('、')} 构建` : ''}。`,
      hint: `运行 \`burrow install ${p.version.replace(/^go/, '')} --arch ${p.arch}\`。`,
    }),
  }),
  /** `version` is empty where none was decided. */
  'toolchain.arch-cannot-run': said<{
    arch: string;
    machine: string;
    runnable: string[];
    version: string;
    archs: string[];
  }>({
    en: (p) => ({
      message: `A Go for ${p.arch} cannot run on this machine (${p.machine}).`,
      hint: [
        `What can: ${p.runnable.join(', ')}.`,
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
  /** A word that is no source, and no file in this folder either. */
  'source.unknown': said<{ from: string; known: string[] }>({
    en: (p) => ({
      message: `There is no source "${p.from}", and no file of that name here.`,
      hint: `Use ${p.known.join(', ')}, the URL of a mirror or a module proxy, or the path of an archive.`,
    }),
    'zh-CN': (p) => ({
      message: `没有名为“${p.from}”的来源，当前文件夹中也没有此文件。`,
      hint: `请使用 ${p.known.join('、')}、镜像或模块代理的 URL，或归档文件的路径。`,
    }),
  }),
  'source.unreadable': said<{ from: string; detail: string }>({
    en: (p) => ({
      message: `${p.from} is no source of Go: ${p.detail}`,
      hint: 'Use official, proxy, the URL of a module proxy or a mirror, or the path of an archive.',
    }),
    'zh-CN': (p) => ({
      message: `${p.from} 不是可用的 Go 来源：${p.detail}`,
      hint: '请使用 official、proxy、模块代理或镜像的 URL，或归档文件的路径。',
    }),
  }),
  'source.unknown-mirror': said<{ mirror: string; known: string[] }>({
    en: (p) => ({
      message: `BURROW_GO_DL_MIRRORS names a mirror that is none: ${p.mirror}.`,
      hint: `Write the address of a mirror (https://…), or one of these names: ${p.known.join(', ')}.`,
    }),
    'zh-CN': (p) => ({
      message: `BURROW_GO_DL_MIRRORS 中的 ${p.mirror} 不是镜像。`,
      hint: `请写镜像的地址（https://…），或以下名称之一：${p.known.join('、')}。`,
    }),
  }),
  'source.no-checksum': said<{ filename: string }>({
    en: (p) => ({
      message: `No official SHA-256 is known for ${p.filename}, so it was not installed.`,
      hint: 'Connect to the network so that Burrow can read the official index, or install from the module proxy.',
    }),
    'zh-CN': (p) => ({
      message: `没有 ${p.filename} 的官方 SHA-256，因此未安装。`,
      hint: '请联网让 Burrow 读取官方索引，或从模块代理安装。',
    }),
  }),
  'source.no-proxy': said<{ reason: 'off' | 'unknown' }>({
    en: (p) => ({
      message: {
        off: 'The module proxy is switched off: GOPROXY says "off".',
        unknown:
          'No module proxy is known: GOPROXY is not set, and no Go is here that would name its default.',
      }[p.reason],
      hint: 'Name one by its URL, or choose the official source (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: {
        off: '模块代理已关闭：GOPROXY 的值为 “off”。',
        unknown: '没有可用的模块代理：未设置 GOPROXY，本机也没有可提供默认值的 Go。',
      }[p.reason],
      hint: '请用 URL 指定模块代理，或选择官方来源（`--from`）。',
    }),
  }),
  'source.none-delivered': said<{ what: string; attempts: { source: string; problem: string }[] }>({
    en: (p) => ({
      message: `No source could deliver ${p.what}: ${p.attempts.map((a) => `${a.source} (${a.problem})`).join('; ')}.`,
      hint:
        dateHint(
          p.attempts.map(({ problem }) => problem),
          'en',
        ) ??
        'Check the network, or name a mirror or a module proxy that you can reach, by its URL (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: `所有来源都未能提供 ${p.what}：${p.attempts.map((a) => `${a.source}（${a.problem}）`).join('；')}。`,
      hint:
        dateHint(
          p.attempts.map(({ problem }) => problem),
          'zh-CN',
        ) ?? '请检查网络，或用 URL 指定可访问的镜像或模块代理（`--from`）。',
    }),
  }),
  'source.cannot-build': said<{
    version: string;
    target: string;
    reason: 'another-target' | 'windows' | 'written-in-c';
  }>({
    en: (p) => ({
      message: {
        'another-target': `${p.version} cannot be built from source for ${p.target}: what is built here is for this machine.`,
        windows: `${p.version} cannot be built from source here: make.bash does not run on Windows.`,
        'written-in-c': `${p.version} cannot be built from source: up to Go 1.4 the compiler is written in C.`,
      }[p.reason],
      hint: 'Install the archive instead: leave out `--from source`.',
    }),
    'zh-CN': (p) => ({
      message: {
        'another-target': `无法从源码构建适用于 ${p.target} 的 ${p.version}：在本机只能构建本机可用的版本。`,
        windows: `无法在此从源码构建 ${p.version}：make.bash 不能在 Windows 上运行。`,
        'written-in-c': `无法从源码构建 ${p.version}：Go 1.4 及更早版本的编译器是用 C 写的。`,
      }[p.reason],
      hint: '请去掉 `--from source`，改为安装归档文件。',
    }),
  }),
  'source.no-bootstrap': said<{ version: string; least: string; install: string }>({
    en: (p) => ({
      message: `${p.version} has to be compiled by ${p.least} or newer, and no such Go is on this machine.`,
      hint: `Run \`burrow install ${p.install.replace(/^go/, '')}\`, then build it again.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 需由 ${p.least} 或更新的 Go 编译，而本机没有这样的 Go。`,
      hint: `请先运行 \`burrow install ${p.install.replace(/^go/, '')}\`，然后重新构建。`,
    }),
  }),
  'source.build-failed': said<{
    version: string;
    reason: 'ended' | 'disk-full';
    exitCode: number;
    /** The last lines that make.bash wrote. */
    lines: string[];
    log: string;
  }>({
    en: (p) => ({
      message: [
        p.reason === 'disk-full'
          ? `The disk is full: ${p.version} could not be built from source.`
          : `${p.version} could not be built from source: make.bash ended with exit code ${p.exitCode}.`,
        ...p.lines,
      ].join('\n'),
      hint:
        p.reason === 'disk-full'
          ? `A build takes about 2 GB for a while. Free some space and run it again. The log: ${p.log}`
          : `All that it wrote stands in ${p.log}`,
    }),
    'zh-CN': (p) => ({
      message: [
        p.reason === 'disk-full'
          ? `磁盘已满：无法从源码构建 ${p.version}。`
          : `无法从源码构建 ${p.version}：make.bash 以退出码 ${p.exitCode} 结束。`,
        ...p.lines,
      ].join('\n'),
      hint:
        p.reason === 'disk-full'
          ? `构建过程中暂用约 2 GB。请释放空间后重试。日志：${p.log}`
          : `完整输出见 ${p.log}`,
    }),
  }),
  'source.differs': said<{ version: string; target: string }>({
    en: (p) => ({
      message: `${p.version} was built here, and is not bit for bit the ${p.target} archive that the official index lists.`,
      hint: 'Its source archive was verified. A C library other than glibc can make the difference; if there is none, do not trust the Go that compiled it.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 已在本机构建，但与官方索引中 ${p.target} 的归档并非逐位一致。`,
      hint: '其源码归档已通过校验。使用 glibc 以外的 C 库可能造成差异；若并非如此，请不要信任编译它的那个 Go。',
    }),
  }),
  'checksum-database.untrusted': said<{
    url: string;
    reason: 'no-record' | 'not-in-tree' | 'other-module';
  }>({
    en: (p) => ({
      message: `What ${p.url} says is not what the checksum database holds: ${
        {
          'no-record': 'it is no record of a checksum database',
          'not-in-tree': 'the record does not stand in the signed tree',
          'other-module': 'the record is about another module',
        }[p.reason]
      }.`,
      hint: 'Someone in between may be changing it. Nothing was installed; choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 的应答与校验和数据库不符：${
        {
          'no-record': '它不是校验和数据库的记录',
          'not-in-tree': '记录不在已签名的树中',
          'other-module': '记录对应的是其他模块',
        }[p.reason]
      }。`,
      hint: '中间环节可能篡改了内容。未安装任何东西，请换用其他来源。',
    }),
  }),
  'checksum-database.off': said<{ version: string }>({
    en: (p) => ({
      message: `${p.version} is not verified: GOSUMDB is off, so no checksum database was asked.`,
      hint: 'To have it checked, set GOSUMDB to sum.golang.org, remove this Go and install it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：GOSUMDB 的值为 “off”，因此没有查询校验和数据库。`,
      hint: '如需验证，请将 GOSUMDB 设为 sum.golang.org，移除此版本后重新安装。',
    }),
  }),
  'checksum-database.unreadable': said<{ version: string; gosumdb: string }>({
    en: (p) => ({
      message: `${p.version} is not verified: GOSUMDB says "${p.gosumdb}", which names no checksum database that can be checked.`,
      hint: 'To have it checked, set GOSUMDB to sum.golang.org, remove this Go and install it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：GOSUMDB 的值为 “${p.gosumdb}”，不是可以核对的校验和数据库。`,
      hint: '如需验证，请将 GOSUMDB 设为 sum.golang.org，移除此版本后重新安装。',
    }),
  }),
  'checksum-database.unknown': said<{ version: string; database: string }>({
    en: (p) => ({
      message: `${p.version} is not verified: the checksum database ${p.database} does not know it.`,
      hint: 'It may be no official Go. Install it from the official source instead (`--from official`).',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：校验和数据库 ${p.database} 中没有它的记录。`,
      hint: '它可能不是官方发布的 Go。请改从官方来源安装（`--from official`）。',
    }),
  }),
  'checksum-database.unreachable': said<{
    version: string;
    database: string;
    url: string;
    problem: string;
  }>({
    en: (p) => ({
      message: `${p.version} is not verified: the checksum database ${p.database} could not be asked at ${p.url} (${p.problem}).`,
      hint: 'To have it checked, remove it and install it again when the database can be reached.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：无法通过 ${p.url} 查询校验和数据库 ${p.database}（${p.problem}）。`,
      hint: '如需验证，请在能够连接该数据库时移除此版本并重新安装。',
    }),
  }),
  'checksum-database.excluded': said<{ version: string; variable: string; patterns: string }>({
    en: (p) => ({
      message: `${p.version} is not verified: ${p.variable} (${p.patterns}) leaves golang.org/toolchain out, so no checksum database was asked.`,
      hint: 'To have it checked, take that pattern out, remove this Go and install it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 未经验证：${p.variable}（${p.patterns}）排除了 golang.org/toolchain，因此没有查询校验和数据库。`,
      hint: '如需验证，请去掉该模式，移除此版本后重新安装。',
    }),
  }),
  'checksum-database.not-signed': said<{ url: string; database: string }>({
    en: (p) => ({
      message: `What ${p.url} says was not signed by the checksum database ${p.database}.`,
      hint: 'The signature is forged, or by another key than GOSUMDB names. Nothing was installed; choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 的应答没有校验和数据库 ${p.database} 的有效签名。`,
      hint: '签名是伪造的，或出自 GOSUMDB 指定之外的密钥。未安装任何东西，请换用其他来源。',
    }),
  }),
  'checksum-database.forked': said<{ url: string; database: string; seen: string; shown: string }>({
    en: (p) => ({
      message: `The checksum database ${p.database} tells two stories: the tree at ${p.url} (${p.shown}) contradicts the one seen before (${p.seen}). Both are signed.`,
      hint: 'Someone with its key may be showing you other checksums than the rest of the world. Nothing was installed. Please report this to the Go security team (https://go.dev/security).',
    }),
    'zh-CN': (p) => ({
      message: `校验和数据库 ${p.database} 前后矛盾：${p.url} 给出的树（${p.shown}）与之前见过的树（${p.seen}）不一致，而两者都有签名。`,
      hint: '持有其密钥的人可能在向您展示与他人不同的校验和。未安装任何东西。请向 Go 安全团队报告（https://go.dev/security）。',
    }),
  }),
  'checksum-database.rolled-back': said<{ url: string; database: string; seen: string; shown: string }>({
    en: (p) => ({
      message: `${p.url} shows an older tree of the checksum database ${p.database} (${p.shown}) than the one seen before (${p.seen}), and does not prove that the one grew out of the other.`,
      hint: 'It may be hiding what was added since. Nothing was installed; choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 给出的校验和数据库 ${p.database} 的树（${p.shown}）比之前见过的（${p.seen}）更旧，且未证明后者由前者增长而来。`,
      hint: '它可能隐瞒了之后新增的内容。未安装任何东西，请换用其他来源。',
    }),
  }),
  'toolchain.checksum-mismatch': said<{ what: string; expected: string; got: string; source: string }>({
    en: (p) => ({
      message: `${p.what} from ${p.source} is not what was published: expected ${p.expected}, got ${p.got}.`,
      hint: 'It was deleted. Choose another source, and do not trust this one until you know why.',
    }),
    'zh-CN': (p) => ({
      message: `来自 ${p.source} 的 ${p.what} 与官方发布不符：应为 ${p.expected}，实际为 ${p.got}。`,
      hint: '已将其删除。请换用其他来源，查明原因前不要信任此来源。',
    }),
  }),
  /** An archive on the disk; `holds` and `wanted`: `go1.26.1 linux/amd64`. */
  'toolchain.another-archive': said<{ path: string; holds: string; wanted: string }>({
    en: (p) => ({
      message: `${p.path} is ${p.holds}, and not ${p.wanted}.`,
      hint: 'Name the version that it is, with `--os` and `--arch` where it is for another machine; or another file.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 是 ${p.holds}，而不是 ${p.wanted}。`,
      hint: '请指定它实际的版本（如适用于其他机器，另加 `--os` 和 `--arch`），或换用其他文件。',
    }),
  }),
  'toolchain.wrong-content': said<{ what: string; detail: string }>({
    en: (p) => ({
      message: `${p.what} is not the Go it claims to be: ${p.detail}`,
      hint: 'It was not installed. Choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.what} 与其声称的 Go 不符：${p.detail}`,
      hint: '未安装。请选择其他来源。',
    }),
  }),
  'toolchain.adopted': said<{ version: string; from: string }>({
    en: (p) => ({
      message: `${p.version} was adopted from ${p.from}: Burrow kept no hashes of its files, and never changes them.`,
      hint: 'Verify it with what installed it, or install a version of your own with `burrow install`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 接管自 ${p.from}：Burrow 没有保存其文件的哈希，也从不修改它们。`,
      hint: '请用当初安装它的工具校验，或用 `burrow install` 安装自己的版本。',
    }),
  }),
  'toolchain.not-installed': said<{
    wanted: string;
    installed: string[];
    because: string;
    /** Only one that is here was meant, to be removed or checked: installing it helps nobody. */
    mustExist?: boolean;
    /** Somebody named this version, in a pin or a command: go.mod asks for a minimum only. */
    pinned?: boolean;
  }>({
    en: (p) => ({
      message: `Go ${p.wanted} is not installed${p.because ? ` (wanted by ${p.because})` : ''}.`,
      hint: p.mustExist
        ? `Installed: ${p.installed.join(', ') || 'none'}.`
        : `Run \`burrow install ${p.wanted}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `未安装 Go ${p.wanted}${p.because ? `（由 ${p.because} 指定）` : ''}。`,
      hint: p.mustExist
        ? `已安装：${p.installed.join('、') || '无'}。`
        : `运行 \`burrow install ${p.wanted}\`。`,
    }),
  }),
  /** A pinned version was to be installed on the way, as the user wishes in general. */
  'toolchain.not-provided': said<{ wanted: string; because: string; why: Reason }>({
    en: (p, say) => ({
      message: `Go ${p.wanted} is not installed${p.because ? ` (wanted by ${p.because})` : ''}, and could not be installed now: ${say(p.why).message}`,
      hint: say(p.why).hint,
    }),
    'zh-CN': (p, say) => ({
      message: `未安装 Go ${p.wanted}${p.because ? `（由 ${p.because} 指定）` : ''}，现在也无法安装：${say(p.why).message}`,
      hint: say(p.why).hint,
    }),
  }),
  'toolchain.cannot-run': said<{ version: string; target: string }>({
    en: (p) => ({
      message: `${p.version} for ${p.target} cannot run on this machine.`,
      hint: 'Choose a version that is installed for this processor (`--arch`).',
    }),
    'zh-CN': (p) => ({
      message: `适用于 ${p.target} 的 ${p.version} 无法在本机运行。`,
      hint: '请选择适用于本机处理器的已安装版本（`--arch`）。',
    }),
  }),
  'toolchain.ambiguous': said<{ wanted: string; matches: string[] }>({
    en: (p) => ({
      message: `${p.wanted} is installed more than once: ${p.matches.join(', ')}.`,
      hint: 'Say which one (`--arch`).',
    }),
    'zh-CN': (p) => ({
      message: `${p.wanted} 安装了多份：${p.matches.join('、')}。`,
      hint: '请指明是哪一份（`--arch`）。',
    }),
  }),
  'toolchain.no-go': said<{ path: string; reason: 'no-version' | 'no-program' }>({
    en: (p) => ({
      message: `There is no Go in ${p.path}: ${
        {
          'no-version': 'it has no VERSION file that names a release',
          'no-program': 'its bin/go is no program',
        }[p.reason]
      }.`,
      hint: 'Name the folder that `go env GOROOT` prints, or run `burrow adopt` to see what was found.',
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
  'toolchain.already-here': said<{ version: string; target: string; path: string; adopting: string }>({
    en: (p) => ({
      message: `${p.version} for ${p.target} is already here (${p.path}), so ${p.adopting} was not adopted.`,
      hint: `To use the other one instead, run \`burrow remove ${p.version.replace(/^go/, '')}\` first.`,
    }),
    'zh-CN': (p) => ({
      message: `适用于 ${p.target} 的 ${p.version} 已经存在（${p.path}），因此未接管 ${p.adopting}。`,
      hint: `如需改用后者，请先运行 \`burrow remove ${p.version.replace(/^go/, '')}\`。`,
    }),
  }),
  'toolchain.not-adopted': said<{ path: string }>({
    en: (p) => ({
      message: `${p.path} is not adopted.`,
      hint: 'Run `burrow list` to see what is. What Burrow installed itself is taken away with `burrow remove`.',
    }),
    'zh-CN': (p) => ({
      message: `${p.path} 未被接管。`,
      hint: '运行 `burrow list` 查看已接管的 Go。由 Burrow 安装的 Go 请用 `burrow remove` 移除。',
    }),
  }),
};
