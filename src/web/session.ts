import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The right to use this host, given to the first browser that opens its address. */
export interface Session {
  /** Part of the printed address; valid for one exchange. */
  readonly token: string;
  /** Exchanges the token for a `Set-Cookie` value; null if it is wrong or was used before. */
  exchange(token: string): string | null;
  /** Whether a `Cookie` header belongs to this session. */
  admits(cookieHeader: string | undefined): boolean;
}

/**
 * Creates a session. Cookies are shared between ports, so the name of the cookie contains the port: two hosts in one
 * browser must not sign each other out.
 */
export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const cookie = `burrow_${port}`;
  let exchanged = false;
  return {
    token,
    exchange(offered) {
      if (exchanged || !sameText(offered, token)) return null;
      exchanged = true;
      return `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
    },
    admits(cookieHeader) {
      const values = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
      return values.some((pair) => sameText(pair, `${cookie}=${secret}`));
    },
  };
}

/** Compares two texts in constant time. */
function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
