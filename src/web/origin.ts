/** What a request says about where it comes from and goes to. */
export interface Addressed {
  host: string | undefined;
  origin: string | undefined;
}

/**
 * Whether a request was meant for this host. A page elsewhere can make a browser connect to 127.0.0.1 under a name
 * of its own (DNS rebinding), but it cannot choose the Host header; and it cannot hide its Origin.
 * A WebSocket must name its origin: browsers always do.
 */
export function comesFromHere(request: Addressed, port: number, kind: 'request' | 'upgrade'): boolean {
  const { host, origin } = request;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false;
  if (origin === undefined) return kind === 'request';
  return origin === `http://${host}`;
}
