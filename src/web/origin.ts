/** The headers of a request that tell where it comes from and where it goes. */
export interface Addressed {
  host: string | undefined;
  origin: string | undefined;
}

/**
 * Whether a request is meant for this host. A page elsewhere can make a browser connect to 127.0.0.1 under its own
 * name (DNS rebinding), but it cannot choose the Host header or hide its Origin. A WebSocket must have an Origin,
 * which browsers always send.
 */
export function comesFromHere(request: Addressed, port: number, kind: 'request' | 'upgrade'): boolean {
  const { host, origin } = request;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false;
  if (origin === undefined) return kind === 'request';
  return origin === `http://${host}`;
}
