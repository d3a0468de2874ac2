import type { Locale } from '../locale.ts';

type Words = (...found: string[]) => Record<Locale, string>;

/** What Node, OpenSSL and the operating system say about connections and files, and what it means. */
const known: readonly [RegExp, Words][] = [
  [
    /^getaddrinfo \w+ (\S+)/,
    (host) => ({ en: `the name ${host} cannot be resolved`, 'zh-CN': `无法解析域名 ${host}` }),
  ],
  [
    /^connect ECONNREFUSED (\S+)/,
    (address) => ({ en: `nothing answers at ${address}`, 'zh-CN': `${address} 没有响应` }),
  ],
  [
    /\b(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)\b/,
    () => ({ en: 'this machine has no way there', 'zh-CN': '本机的网络无法到达该地址' }),
  ],
  [
    /\bETIMEDOUT\b|Connect Timeout Error/,
    () => ({ en: 'it does not answer in time', 'zh-CN': '未在时限内响应' }),
  ],
  [
    /\b(?:ECONNRESET|EPIPE)\b|socket hang up|other side closed|^terminated$/,
    () => ({ en: 'the connection was interrupted', 'zh-CN': '连接中断' }),
  ],
  [/certificate has expired/, () => ({ en: 'its certificate has expired', 'zh-CN': '其证书已过期' })],
  [
    /certificate is not yet valid/,
    () => ({ en: 'its certificate is not yet valid', 'zh-CN': '其证书尚未生效' }),
  ],
  [
    /self[- ]signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate/,
    () => ({
      en: 'its certificate is from an authority that this machine does not know',
      'zh-CN': '其证书由本机不认识的机构签发',
    }),
  ],
  [
    /does not match certificate/,
    () => ({ en: 'its certificate is for another name', 'zh-CN': '其证书属于其他域名' }),
  ],
  [
    /wrong version number|packet length too long/,
    () => ({ en: 'it does not speak https', 'zh-CN': '它不使用 https' }),
  ],
  [/\b(?:EACCES|EPERM)\b/, () => ({ en: 'permission denied', 'zh-CN': '没有权限' })],
  [/\bEADDRINUSE\b/, () => ({ en: 'it is in use', 'zh-CN': '已被占用' })],
  [/\bEIO\b/, () => ({ en: 'the disk reported an error', 'zh-CN': '磁盘报告了错误' })],
  [/^HPE_/, () => ({ en: 'its answer is not HTTP', 'zh-CN': '其响应不是 HTTP' })],
  [/\bEMSGSIZE\b/, () => ({ en: 'its answer is too large', 'zh-CN': '其响应过大' })],
  // What Node says about HTTPS_PROXY and HTTP_PROXY, the value of which may hold a password.
  [
    /ERR_PROXY_INVALID_CONFIG|UND_ERR_INVALID_ARG|^URI malformed/,
    () => ({
      en: 'HTTPS_PROXY or HTTP_PROXY is not the address of a proxy',
      'zh-CN': 'HTTPS_PROXY 或 HTTP_PROXY 不是代理地址',
    }),
  ],
  // Ports of other protocols, which `fetch` refuses.
  [/^bad port\b/, () => ({ en: 'its port is not one of web servers', 'zh-CN': '其端口不用于网页服务' })],
  [/^too slow$/, () => ({ en: 'too slow', 'zh-CN': '响应过慢' })],
];

/** An error of the system in the user's words; one that is not known is left as it is. Pure. */
export function systemWords(detail: string, locale: Locale): string {
  for (const [pattern, words] of known) {
    const found = pattern.exec(detail);
    if (found) return words(...found.slice(1))[locale];
  }
  return detail;
}

/** Whether the system says that a name cannot be resolved, as where there is no network at all. */
export function isUnresolved(detail: string): boolean {
  return detail.startsWith('getaddrinfo ');
}
