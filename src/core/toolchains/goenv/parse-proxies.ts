import { trimmedEnd } from '#core/system';

/** One entry of GOPROXY, and when Go tries the next one. */
export interface ProxyEntry {
  /** An address without trailing slash, or Go's words `direct` and `off`. */
  url: string;
  /** `missing`: after a 404 or 410 (a comma follows); `any`: after any failure (a pipe follows). */
  next: 'missing' | 'any';
}

/** Reads GOPROXY as cmd/go does (modfetch/proxy.go, proxyList). */
export function parseProxies(goproxy: string): ProxyEntry[] {
  const entries: ProxyEntry[] = [];
  for (const [, text = '', separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    const word = text.trim();
    if (word === '') continue;
    // A bare host name means https.
    const url = /^(direct|off)$/.test(word) || word.includes(':/') ? word : `https://${word}`;
    entries.push({ url: trimmedEnd(url, '/'), next: separator === '|' ? 'any' : 'missing' });
    if (url === 'direct' || url === 'off') break; // Go never gets past these
  }
  return entries;
}
