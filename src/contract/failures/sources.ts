import type { Locale } from '../locale.ts';
import { mirrorNames } from '../mirror-names.ts';
import { said } from '../said.ts';
import { dateHint } from './downloads.ts';
import { isUnresolved, systemWords } from './system-words.ts';

interface NotDelivered {
  what: string;
  attempts: { source: string; problem: string }[];
}

/** Where no name can be resolved, that is the cause, not the sources. */
function noneDelivered({ what, attempts }: NotDelivered, locale: Locale): string {
  const sources = attempts.map(({ source }) => source);
  if (attempts.length > 0 && attempts.every(({ problem }) => isUnresolved(problem))) {
    return {
      en: `No network: ${what} could not be downloaded, because no name can be resolved (${sources.join(', ')}).`,
      'zh-CN': `没有网络：无法下载 ${what}，因为任何域名都无法解析（${sources.join('、')}）。`,
    }[locale];
  }
  const [open, close, comma] = locale === 'en' ? [' (', ')', '; '] : ['（', '）', '；'];
  const each = attempts.map((a) => `${a.source}${open}${systemWords(a.problem, locale)}${close}`).join(comma);
  return {
    en: `No source could deliver ${what}: ${each}.`,
    'zh-CN': `所有来源都未能提供 ${what}：${each}。`,
  }[locale];
}

function otherSource({ attempts }: NotDelivered, locale: Locale): string {
  const byDate = dateHint(
    attempts.map(({ problem }) => problem),
    locale,
  );
  return (
    byDate ??
    {
      en: `Check the network, or choose another source: \`--from proxy\`, a mirror (${mirrorNames.join(', ')}), or an address or a file that you can reach.`,
      'zh-CN': `请检查网络，或选择其他来源：\`--from proxy\`、镜像（${mirrorNames.join('、')}），或可访问的地址或文件。`,
    }[locale]
  );
}

/** The sources of Go: sites, proxies, files, its source code. */
export const sourceFailures = {
  /** The word is neither a source nor a file in this folder. */
  'source.unknown': said<{ from: string; known: string[] }>('failed', {
    en: (p) => ({
      message: `There is no source "${p.from}", and no file with that name here.`,
      hint: `Use ${p.known.join(', ')}, the URL of a mirror or a module proxy, or the path of an archive.`,
    }),
    'zh-CN': (p) => ({
      message: `没有名为“${p.from}”的来源，当前文件夹中也没有此文件。`,
      hint: `请使用 ${p.known.join('、')}、镜像或模块代理的 URL，或归档文件的路径。`,
    }),
  }),
  'source.unreadable': said<{ from: string; detail: string }>('failed', {
    en: (p) => ({
      message: `${p.from} is not a source of Go: ${p.detail}`,
      hint: 'Use official, proxy, the URL of a module proxy or a mirror, or the path of an archive.',
    }),
    'zh-CN': (p) => ({
      message: `${p.from} 不是可用的 Go 来源：${p.detail}`,
      hint: '请使用 official、proxy、模块代理或镜像的 URL，或归档文件的路径。',
    }),
  }),
  /** `address`: as the user wrote it, secrets masked. */
  'source.bad-address': said<{ address: string }>('failed', {
    en: (p) => ({
      message: `"${p.address}" is not an address that Burrow can use.`,
      hint: 'Correct it in GOPROXY, GOSUMDB, BURROW_GO_DL or after `--from`: https://…, http://… or file:///….',
    }),
    'zh-CN': (p) => ({
      message: `“${p.address}”不是 Burrow 可以访问的地址。`,
      hint: '请在 GOPROXY、GOSUMDB、BURROW_GO_DL 或 `--from` 中改正：https://…、http://… 或 file:///…。',
    }),
  }),
  'source.unknown-mirror': said<{ mirror: string; known: string[] }>('failed', {
    en: (p) => ({
      message: `BURROW_GO_DL_MIRRORS contains an unknown mirror: ${p.mirror}.`,
      hint: `Write the address of a mirror (https://…), or one of these names: ${p.known.join(', ')}.`,
    }),
    'zh-CN': (p) => ({
      message: `BURROW_GO_DL_MIRRORS 中有未知的镜像：${p.mirror}。`,
      hint: `请写镜像的地址（https://…），或以下名称之一：${p.known.join('、')}。`,
    }),
  }),
  'source.no-checksum': said<{ filename: string }>('failed', {
    en: (p) => ({
      message: `No official SHA-256 is known for ${p.filename}, so it was not installed.`,
      hint: 'Connect to the network so that Burrow can read the official index, or install from the module proxy.',
    }),
    'zh-CN': (p) => ({
      message: `没有 ${p.filename} 的官方 SHA-256，因此未安装。`,
      hint: '请联网让 Burrow 读取官方索引，或从模块代理安装。',
    }),
  }),
  'source.no-proxy': said<{ reason: 'off' | 'unknown' | 'empty' }>('source', {
    en: (p) => ({
      message: {
        off: 'The module proxy is disabled: GOPROXY is "off".',
        empty: 'No module proxy is configured: GOPROXY is set, but does not name one.',
        unknown:
          'No module proxy is configured: GOPROXY is not set, and there is no Go here that would supply its default.',
      }[p.reason],
      hint: 'Give the URL of one, or choose the official source (`--from`).',
    }),
    'zh-CN': (p) => ({
      message: {
        off: '模块代理已关闭：GOPROXY 的值为 “off”。',
        empty: '没有可用的模块代理：GOPROXY 已设置，但其中没有任何代理。',
        unknown: '没有可用的模块代理：未设置 GOPROXY，本机也没有可提供默认值的 Go。',
      }[p.reason],
      hint: '请用 URL 指定模块代理，或选择官方来源（`--from`）。',
    }),
  }),
  'source.none-delivered': said<NotDelivered>('failed', {
    en: (p) => ({ message: noneDelivered(p, 'en'), hint: otherSource(p, 'en') }),
    'zh-CN': (p) => ({ message: noneDelivered(p, 'zh-CN'), hint: otherSource(p, 'zh-CN') }),
  }),
  'source.cannot-build': said<{
    version: string;
    target: string;
    reason: 'another-target' | 'windows' | 'written-in-c';
  }>('failed', {
    en: (p) => ({
      message: {
        'another-target': `${p.version} cannot be built from source for ${p.target}: Burrow builds only for this machine.`,
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
  'source.no-bootstrap': said<{ version: string; min: string; install: string }>('failed', {
    en: (p) => ({
      message: `Building ${p.version} needs ${p.min} or newer, and there is no such Go on this machine.`,
      hint: `Run \`burrow install ${p.install.replace(/^go/, '')}\`, then build it again.`,
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 需由 ${p.min} 或更新的 Go 编译，而本机没有这样的 Go。`,
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
  }>('failed', {
    en: (p) => ({
      message: [
        p.reason === 'disk-full'
          ? `The disk is full: ${p.version} could not be built from source.`
          : `${p.version} could not be built from source: make.bash ended with exit code ${p.exitCode}.`,
        ...p.lines,
      ].join('\n'),
      hint:
        p.reason === 'disk-full'
          ? `A build temporarily takes about 2 GB. Free some space and run it again. The log: ${p.log}`
          : `The full output is in ${p.log}`,
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
  'source.differs': said<{ version: string; target: string }>('failed', {
    en: (p) => ({
      message: `The ${p.version} that was built here is not identical to the official ${p.target} archive.`,
      hint: 'Its source archive was verified. A C library other than glibc can cause the difference; if that is not the reason, do not trust the Go that compiled it.',
    }),
    'zh-CN': (p) => ({
      message: `${p.version} 已在本机构建，但与官方的 ${p.target} 归档不完全一致。`,
      hint: '其源码归档已通过校验。使用 glibc 以外的 C 库可能造成差异；若并非如此，请不要信任编译它的那个 Go。',
    }),
  }),
};
