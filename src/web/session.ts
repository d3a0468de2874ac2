import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What the exchange of the token gives to a browser: it needs both from then on. */
export interface Key {
  /** The value of a `Set-Cookie` header. */
  setCookie: string;
  /** For the pages of this origin alone: 43 letters, digits, `-` and `_`. */
  secret: string;
}

/** The right to use this host, given to the first browser that opens its address. */
export interface Session {
  /** Part of the printed address; valid for one exchange. */
  readonly token: string;
  /** Exchanges the token: `wrong` if it is not this session's, `used` if it was exchanged before. */
  exchange(token: string): Key | 'wrong' | 'used';
  /** Whether a `Cookie` header belongs to this session. */
  admits(cookieHeader: string | undefined): boolean;
  /** Whether this is the secret of this session. */
  holds(secret: string | undefined): boolean;
}

/**
 * Creates a session. Browsers send a cookie to every port of a host, so any server on 127.0.0.1 that the user visits
 * gets it. The secret is stored by origin, which includes the port (localStorage), and no other server gets it.
 *
 * For the same reason the name of the cookie contains the port: two hosts in one browser must not sign each other out.
 */
export function createSession(port: number): Session {
  const [token, cookie, secret] = [newSecret(), `burrow_${port}=${newSecret()}`, newSecret()];
  let exchanged = false;
  return {
    token,
    exchange(offered) {
      if (!sameText(offered, token)) return 'wrong';
      if (exchanged) return 'used';
      exchanged = true;
      return { setCookie: `${cookie}; Path=/; HttpOnly; SameSite=Strict`, secret };
    },
    admits(cookieHeader) {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
      return pairs.some((pair) => sameText(pair, cookie));
    },
    holds: (offered) => offered !== undefined && sameText(offered, secret),
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two texts in constant time. */
function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
