/** What the web host and its pages agree on: how a page shows that it belongs to the session. */

/** Where a page keeps the secret of its session, in localStorage: for reloads and other tabs of the same origin. */
export const secretKey = 'burrow.session';

/** A page asks here, with its secret in this header, whether its session goes on: 204, or 401 if it has ended. */
export const sessionCheck = { path: '/session', header: 'burrow-secret' } as const;

/** The subprotocol of the API, which the host accepts. */
export const apiProtocol = 'burrow';

const carrier = 'burrow.secret.';

/**
 * The subprotocols that a page offers. A page cannot set headers of a WebSocket, so the secret is one of its
 * subprotocols; the host never sends it back.
 */
export function protocolsWith(secret: string): string[] {
  return [apiProtocol, carrier + secret];
}

/** The secret in a `Sec-WebSocket-Protocol` header; undefined if there is none, or more than one. */
export function secretIn(protocols: string | undefined): string | undefined {
  const offered = (protocols ?? '').split(',').map((name) => name.trim());
  const [secret, ...others] = offered.filter((name) => name.startsWith(carrier));
  return others.length > 0 ? undefined : secret?.slice(carrier.length);
}
