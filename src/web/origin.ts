/** The headers of a request that tell where it comes from and where it goes; undefined where there is none. */
export interface Addressed {
  host: string | undefined;
  origin: string | undefined;
  /** The `Sec-Fetch-*` headers, which browsers set and pages cannot. Other programs and old browsers send none. */
  site: string | undefined;
  mode: string | undefined;
  dest: string | undefined;
}

/**
 * - `here`: from the user or from a page of this host.
 * - `elsewhere`: from another site or port, or unknown.
 * - `wrong-host`: meant for another name. A page elsewhere can make a browser connect to 127.0.0.1 under its own name
 *   (DNS rebinding), but it cannot choose the Host header.
 * - `localhost`: meant for this host under a name that is not safe: browsers try [::1] first, where any other program
 *   may listen on the same port, and its pages would have the same origin as ours.
 */
export type Provenance = 'here' | 'elsewhere' | 'wrong-host' | 'localhost';

/** Where a request comes from. An upgrade must have an Origin, which browsers always send. */
export function provenance(request: Addressed, port: number, kind: 'request' | 'upgrade'): Provenance {
  const { host, origin, site } = request;
  if (host === hostHeader('localhost', port)) return 'localhost';
  if (host !== hostHeader('127.0.0.1', port)) return 'wrong-host';
  if (origin === undefined ? kind === 'upgrade' : origin !== `http://${host}`) return 'elsewhere';
  const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && kind === 'request');
  return isOwn ? 'here' : 'elsewhere';
}

/** Browsers leave out the port that is usual for http, 80. */
function hostHeader(name: string, port: number): string {
  return port === 80 ? name : `${name}:${port}`;
}

/**
 * Whether a request may exchange the token: only the navigation of a tab. It may come from anywhere, since a file, a
 * chat or a terminal in a browser may show the address. It never comes from a page of this host: if it seems to, a
 * service worker of an earlier server on the same port is passing it on.
 */
export function mayBringToken({ origin, site, mode, dest }: Addressed): boolean {
  if (site === undefined) return origin === undefined;
  return site !== 'same-origin' && mode === 'navigate' && dest === 'document' && origin === undefined;
}

/** Headers that decide, by their lower-case names. A browser sends each of them once. */
const onlyOnce = new Set([
  'host',
  'origin',
  'cookie',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-websocket-protocol',
]);

/** Whether a request says twice what must be clear: which host it is for, and where it comes from. */
export function isAmbiguous(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const decisive = names.filter((name) => onlyOnce.has(name));
  return new Set(decisive).size < decisive.length;
}
