import http from 'node:http';
import type { System } from '../system.ts';
import { fetchFile } from './file-fetch.ts';

const loopback = 'localhost,127.0.0.1,::1';

/**
 * The variables that name a proxy (HTTP_PROXY, HTTPS_PROXY, NO_PROXY, also in lower case), with loopback excluded as Go
 * does (net/http.ProxyFromEnvironment); null when none is set. Like Go, ignores ALL_PROXY, and takes an address without a
 * scheme as one of http.
 */
export function proxyVariables(env: System['env']): Record<string, string> | null {
  const httpProxy = env['HTTP_PROXY'] || env['http_proxy'];
  const httpsProxy = env['HTTPS_PROXY'] || env['https_proxy'];
  if (!httpProxy && !httpsProxy) return null;
  const except = env['NO_PROXY'] || env['no_proxy'];
  return {
    ...(httpProxy && { HTTP_PROXY: withScheme(httpProxy) }),
    ...(httpsProxy && { HTTPS_PROXY: withScheme(httpsProxy) }),
    NO_PROXY: except ? `${except},${loopback}` : loopback,
  };
}

function withScheme(proxy: string): string {
  return proxy.includes('://') ? proxy : `http://${proxy.trim()}`;
}

/**
 * A `fetch` that uses the environment's proxy, which Node's own does only with a start option, and that reads files.
 */
export function networkFetch(env: System['env']): System['fetch'] {
  const proxy = proxyVariables(env);
  // Node 24.14 and newer.
  if (proxy && 'setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv(proxy);
  return (url, init) => (url.startsWith('file:') ? fetchFile(url, init) : fetch(url, init));
}
