import type { Locale } from '../locale.ts';
import { said } from '../said.ts';
import { systemWords } from './system-words.ts';

const hostileReasons = {
  en: {
    'leaves-root': 'leaves the archive with ".."',
    absolute: 'has an absolute path',
    backslash: 'has a backslash in its path',
    'control-character': 'has a control character in its name',
    'windows-name': 'has a name that means something else on Windows',
    'outside-prefix': 'is outside the top-level folder of the archive',
    'link-leaves-root': 'is a link to something outside the archive',
    'through-link': 'would be written through a link',
    'special-file': 'is neither a file nor a folder',
    duplicate: 'has the same path as another entry',
    'too-much': 'exceeds the size of any Go archive',
  },
  'zh-CN': {
    'leaves-root': '通过“..”指向归档之外',
    absolute: '使用了绝对路径',
    backslash: '路径中含有反斜杠',
    'control-character': '名称中含有控制字符',
    'windows-name': '名称在 Windows 上另有含义',
    'outside-prefix': '位于归档应有的顶层文件夹之外',
    'link-leaves-root': '是指向归档之外的链接',
    'through-link': '会经由链接写入',
    'special-file': '既不是文件也不是文件夹',
    duplicate: '与另一条目位置相同',
    'too-much': '超出了 Go 归档应有的规模',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The hint for a certificate that is not valid today, by the words of OpenSSL; undefined for other problems. */
export function dateHint(details: readonly string[], locale: Locale): string | undefined {
  if (!details.some((detail) => /certificate (has expired|is not yet valid)/.test(detail))) return undefined;
  return {
    en: "Today's date is outside the validity period of its certificate. Check the date of this machine, or choose another source (`--from`).",
    'zh-CN': '今天的日期不在其证书的有效期内。请检查本机日期，或选择其他来源（`--from`）。',
  }[locale];
}

/** Whether the server refuses for good: of the 4xx statuses, only 408 and 429 are temporary. */
function refused(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Downloads and the archives that they deliver. */
export const downloadFailures = {
  'download.unreachable': said<{ url: string; detail: string }>('source', {
    en: (p) => ({
      message: `${p.url} could not be reached: ${systemWords(p.detail, 'en')}.`,
      hint:
        dateHint([p.detail], 'en') ??
        'Check the network, or choose another source: `--from proxy`, or a mirror such as `--from nju`.',
    }),
    'zh-CN': (p) => ({
      message: `无法连接 ${p.url}：${systemWords(p.detail, 'zh-CN')}。`,
      hint:
        dateHint([p.detail], 'zh-CN') ??
        '请检查网络，或选择其他来源：`--from proxy`，或镜像，例如 `--from nju`。',
    }),
  }),
  /** It sends less than 4 KiB/s, or a small answer did not arrive in time. */
  'download.slow': said<{ url: string }>('source', {
    en: (p) => ({
      message: `${p.url} sends its answer too slowly.`,
      hint: 'Try again later, or choose another source (`--from`). The part of a large file that was downloaded is kept.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 响应过慢。`,
      hint: '请稍后重试，或选择其他来源（`--from`）。大文件已下载的部分会保留。',
    }),
  }),
  'download.status': said<{ url: string; status: number }>('source', {
    en: (p) => ({
      message: `${p.url} answered ${p.status}.`,
      hint:
        p.status === 404 || p.status === 410
          ? 'It does not have this file. Choose another version or another source.'
          : refused(p.status)
            ? 'It refuses to give this file. Choose another version or another source.'
            : 'The server has a problem. Try again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回 ${p.status}。`,
      hint:
        p.status === 404 || p.status === 410
          ? '该来源没有此文件，请选择其他版本或来源。'
          : refused(p.status)
            ? '该来源拒绝提供此文件，请选择其他版本或来源。'
            : '服务器出现问题，请稍后重试或选择其他来源。',
    }),
  }),
  'download.not-what-was-asked': said<{ url: string; got: string }>('source', {
    en: (p) => ({
      message: `${p.url} answered with ${p.got} instead of the file.`,
      hint: 'A sign-in page or a filter may be in the way. Check the network, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 返回的是 ${p.got}，而不是所需文件。`,
      hint: '可能有登录页或过滤器拦截，请检查网络或选择其他来源。',
    }),
  }),
  'download.short': said<{ url: string; expected: number; got: number }>('source', {
    en: (p) => ({
      message: `${p.url} ended after ${p.got} of ${p.expected} bytes.`,
      hint: 'The connection was interrupted. Run it again.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 在传输 ${p.got}/${p.expected} 字节后中断。`,
      hint: '连接被切断，请重试。',
    }),
  }),
  'download.long': said<{ url: string; expected: number }>('source', {
    en: (p) => ({
      message: `${p.url} sent more than the expected ${p.expected} bytes.`,
      hint: 'It is not the file that was asked for. Choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.url} 发送的数据超过预期的 ${p.expected} 字节。`,
      hint: '这不是所需的文件，请选择其他来源。',
    }),
  }),
  'archive.damaged': said<{ archive: string; detail: string }>('refused', {
    en: (p) => ({
      message: `${p.archive} is damaged: ${p.detail}`,
      hint: 'It was not used. Download it again, or choose another source.',
    }),
    'zh-CN': (p) => ({
      message: `${p.archive} 已损坏：${p.detail}`,
      hint: '未使用该文件。请重新下载或选择其他来源。',
    }),
  }),
  'archive.hostile': said<{ archive: string; entry: string; reason: keyof typeof hostileReasons.en }>(
    'refused',
    {
      en: (p) => ({
        message: `${p.archive} was refused: its entry ${p.entry} ${hostileReasons.en[p.reason]}.`,
        hint: 'A genuine Go archive has no such entry. Do not trust its source.',
      }),
      'zh-CN': (p) => ({
        message: `已拒绝 ${p.archive}：条目 ${p.entry} ${hostileReasons['zh-CN'][p.reason]}。`,
        hint: '正常的 Go 归档不会有这种条目，请勿信任其来源。',
      }),
    },
  ),
};
