import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use this host: whoever opened its address first, in that browser. */
export interface Session {
  /** Goes into the printed address; good for one exchange. */
  readonly token: string;
  /** Takes the token in exchange for a `Set-Cookie` value; null when it is wrong or was taken before. */
  exchange(token: string): string | null;
  /** Whether a `Cookie` header carries this session. */
  admits(cookieHeader: string | undefined): boolean;
}

/**
 * Makes a session. Cookies do not tell ports apart, so the port stands in the cookie's name: two Burrows in one
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

/** Compares without telling by its time where two texts differ. */
function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
