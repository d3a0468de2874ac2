import { expect, it } from 'vitest';
import { systemWords } from './system-words.ts';

it.each([
  ['getaddrinfo ENOTFOUND go.dev', 'the name go.dev cannot be resolved', '无法解析域名 go.dev'],
  ['getaddrinfo EAI_AGAIN go.dev', 'the name go.dev cannot be resolved', '无法解析域名 go.dev'],
  ['connect ECONNREFUSED 10.0.0.1:443', 'nothing answers at 10.0.0.1:443', '10.0.0.1:443 没有响应'],
  ['connect ENETUNREACH 10.0.0.1:443 - Local (0.0.0.0:0)', 'this machine has no way there', null],
  [
    'Connect Timeout Error (attempted address: go.dev:443, timeout: 10000ms)',
    'it does not answer in time',
    null,
  ],
  ['read ECONNRESET', 'the connection was interrupted', '连接中断'],
  ['other side closed (UND_ERR_SOCKET)', 'the connection was interrupted', null],
  ['certificate has expired (CERT_HAS_EXPIRED)', 'its certificate has expired', '其证书已过期'],
  [
    'unable to get local issuer certificate',
    'its certificate is from an authority that this machine does not know',
    null,
  ],
  [
    "Hostname/IP does not match certificate's altnames: Host: go.dev.",
    'its certificate is for another name',
    null,
  ],
  ['listen EACCES: permission denied 127.0.0.1:80', 'permission denied', '没有权限'],
  ['HPE_INVALID_CONSTANT', 'its answer is not HTTP', '其响应不是 HTTP'],
  [
    'http://me:pw@127.0.0.1:99999 (ERR_PROXY_INVALID_CONFIG)',
    'HTTPS_PROXY or HTTP_PROXY is not the address of a proxy',
    'HTTPS_PROXY 或 HTTP_PROXY 不是代理地址',
  ],
  ['bad port', 'its port is not one of web servers', null],
  ['HTTP 502', 'HTTP 502', 'HTTP 502'],
])('%s', (detail, en, zh) => {
  expect(systemWords(detail, 'en')).toBe(en);
  if (zh !== null) expect(systemWords(detail, 'zh-CN')).toBe(zh);
  else expect(systemWords(detail, 'zh-CN')).not.toBe(detail);
});
