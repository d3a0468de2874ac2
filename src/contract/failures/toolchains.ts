import { said } from '../said.ts';

/** Versions, sources, verification, install, removal. */
export const toolchainFailures = {
  'version.unreadable': said<{ input: string }>({
    en: (p) => ({
      message: `"${p.input}" is not a Go version.`,
      hint: 'Write 1.26.1, 1.26, 1.27rc1 or latest.',
    }),
    'zh-CN': (p) => ({
      message: `“${p.input}”不是 Go 版本。`,
      hint: '请写成 1.26.1、1.26、1.27rc1 或 latest。',
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
  'source.no-proxy': said<{ reason: 'off' | 'direct' | 'unknown' }>({
    en: (p) => ({
      message: {
        off: 'The module proxy is switched off: GOPROXY says "off".',
        direct: 'GOPROXY says "direct" and names no module proxy; a Go toolchain can only come from one.',
        unknown:
          'No module proxy is known: GOPROXY is not set, and no Go is here that would name its default.',
      }[p.reason],
      hint: 'Name one by its URL, or choose the official source (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: {
        off: '模块代理已关闭：GOPROXY 的值为 “off”。',
        direct: 'GOPROXY 的值为 “direct”，没有指定模块代理，而 Go 工具链只能从模块代理获取。',
        unknown: '没有可用的模块代理：未设置 GOPROXY，本机也没有可提供默认值的 Go。',
      }[p.reason],
      hint: '请用 URL 指定模块代理，或选择官方来源（`--from`）。',
    }),
  }),
  'source.none-delivered': said<{ what: string; attempts: { source: string; problem: string }[] }>({
    en: (p) => ({
      message: `No source could deliver ${p.what}: ${p.attempts.map((a) => `${a.source} (${a.problem})`).join('; ')}.`,
      hint: 'Check the network, or name a mirror or a module proxy that you can reach, by its URL (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: `所有来源都未能提供 ${p.what}：${p.attempts.map((a) => `${a.source}（${a.problem}）`).join('；')}。`,
      hint: '请检查网络，或用 URL 指定可访问的镜像或模块代理（`--from`）。',
    }),
  }),
  'checksum-database.untrusted': said<{
    url: string;
    reason: 'no-record' | 'not-signed' | 'not-in-tree' | 'other-module';
  }>({
    en: (p) => ({
      message: `What ${p.url} says is not what the checksum database holds: ${
        {
          'no-record': 'it is no record of a checksum database',
          'not-signed': 'the database did not sign it',
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
          'not-signed': '没有数据库的签名',
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
  'toolchain.not-installed': said<{
    wanted: string;
    installed: string[];
    because: string;
    /** It was to be removed: installing it helps nobody. */
    toRemove?: boolean;
  }>({
    en: (p) => ({
      message: `Go ${p.wanted} is not installed${p.because ? ` (wanted by ${p.because})` : ''}.`,
      hint: p.toRemove
        ? `Installed: ${p.installed.join(', ') || 'none'}.`
        : `Run \`burrow install ${p.wanted}\`.`,
    }),
    'zh-CN': (p) => ({
      message: `未安装 Go ${p.wanted}${p.because ? `（由 ${p.because} 指定）` : ''}。`,
      hint: p.toRemove
        ? `已安装：${p.installed.join('、') || '无'}。`
        : `运行 \`burrow install ${p.wanted}\`。`,
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
};
