import { seededRandom } from './random.ts';
import type { SignedIn } from './web-client.ts';

/** What an attack knows of the host: more than any attacker would. */
export interface Known extends SignedIn {
  port: number;
  /** Not used yet. */
  token: string;
}

/** A request as its lines; an attack changes one that would be admitted. */
export interface RawRequest {
  first: string;
  headers: [name: string, value: string][];
  body: string;
}

export type Change = (request: RawRequest, known: Known) => void;

/** What one change adds to an admitted request, so that it must be refused. */
export interface RawAttack {
  name: string;
  change: Change;
}

/** The upgrade that the host's own page sends. */
export function admittedUpgrade({ port, cookie, secret }: Known): RawRequest {
  return {
    first: 'GET /rpc HTTP/1.1',
    headers: [
      ['Host', `127.0.0.1:${port}`],
      ['Origin', `http://127.0.0.1:${port}`],
      ['Cookie', cookie],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
      ['Sec-WebSocket-Protocol', `burrow, burrow.secret.${secret}`],
    ],
    body: '',
  };
}

export function inBytes({ first, headers, body }: RawRequest): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `${first}\r\n${lines.join('')}\r\n${body}`;
}

function set(name: string, value: string | ((known: Known) => string)): Change {
  return (request, known) => {
    without(name)(request, known);
    add(name, value)(request, known);
  };
}

function add(name: string, value: string | ((known: Known) => string), at = Infinity): Change {
  return ({ headers }, known) => {
    headers.splice(at, 0, [name, typeof value === 'string' ? value : value(known)]);
  };
}

function twice(name: string, value: (known: Known) => string): Change {
  return (request, known) => {
    set(name, value)(request, known);
    add(name, value)(request, known);
  };
}

function without(name: string): Change {
  return (request) => {
    request.headers = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  };
}

function firstLine(line: string | ((known: Known) => string)): Change {
  return (request, known) => {
    request.first = typeof line === 'string' ? line : line(known);
  };
}

const origin = ({ port }: Known) => `http://127.0.0.1:${port}`;
const value = ({ cookie }: Known) => cookie.slice(cookie.indexOf('=') + 1);

/** Each makes of an admitted upgrade one that must be refused. */
export const upgradeAttacks: readonly RawAttack[] = Object.entries({
  'no cookie': without('Cookie'),
  'an empty cookie': set('Cookie', ''),
  'a guessed cookie': set('Cookie', ({ port }) => `burrow_${port}=${'A'.repeat(43)}`),
  'the cookie under another name': set('Cookie', (known) => `burrow=${value(known)}`),
  'the cookie of another port': set('Cookie', (known) => `burrow_1=${value(known)}`),
  'the cookie in capitals': set('Cookie', ({ cookie }) => cookie.toUpperCase()),
  'the cookie in quotes': set('Cookie', (known) => `burrow_${known.port}="${value(known)}"`),
  'a part of the cookie': set('Cookie', ({ cookie }) => cookie.slice(0, -1)),
  'more than the cookie': set('Cookie', ({ cookie }) => `${cookie}x`),
  'the cookie after a comma': set('Cookie', ({ cookie }) => `a=1, ${cookie}`),
  'the cookie in a header of another name': (request, known) => {
    without('Cookie')(request, known);
    add('Set-Cookie', known.cookie)(request, known);
  },
  'the cookie in two headers': twice('Cookie', ({ cookie }) => cookie),
  'a cookie header of another, and ours': add('Cookie', 'a=1', 0),
  'no secret': set('Sec-WebSocket-Protocol', 'burrow'),
  'no protocol': without('Sec-WebSocket-Protocol'),
  'a guessed secret': set('Sec-WebSocket-Protocol', `burrow, burrow.secret.${'A'.repeat(43)}`),
  'the cookie as the secret': set(
    'Sec-WebSocket-Protocol',
    (known) => `burrow, burrow.secret.${value(known)}`,
  ),
  'the token as the secret': set('Sec-WebSocket-Protocol', ({ token }) => `burrow, burrow.secret.${token}`),
  'a part of the secret': set('Sec-WebSocket-Protocol', (k) => `burrow, burrow.secret.${k.secret.slice(1)}`),
  'the secret in capitals': set('Sec-WebSocket-Protocol', (k) => `burrow.secret.${k.secret.toUpperCase()}`),
  'the secret without its name': set('Sec-WebSocket-Protocol', ({ secret }) => `burrow, ${secret}`),
  'two secrets': set('Sec-WebSocket-Protocol', (k) => `burrow.secret.guess, burrow.secret.${k.secret}`),
  'two protocol headers': add('Sec-WebSocket-Protocol', 'burrow'),
  'the secret in the path': (request, known) => {
    without('Sec-WebSocket-Protocol')(request, known);
    request.first = `GET /rpc?secret=${known.secret} HTTP/1.1`;
  },
  'the secret in the header of the session check': (request, known) => {
    without('Sec-WebSocket-Protocol')(request, known);
    add('burrow-secret', known.secret)(request, known);
  },
  'no origin': without('Origin'),
  'an opaque origin': set('Origin', 'null'),
  'an empty origin': set('Origin', ''),
  'the origin of a file': set('Origin', 'file://'),
  'another port’s origin': set('Origin', 'http://127.0.0.1:1'),
  'an origin without a port': set('Origin', 'http://127.0.0.1'),
  'another scheme': set('Origin', ({ port }) => `https://127.0.0.1:${port}`),
  'an origin that begins like ours': set('Origin', (known) => `${origin(known)}.evil.example`),
  'an origin that ends like ours': set('Origin', (known) => `http://evil.example/?${origin(known)}`),
  'an origin with a slash': set('Origin', (known) => `${origin(known)}/`),
  'two values of origin': set('Origin', (known) => `${origin(known)}, http://evil.example`),
  'our origin, then another': add('Origin', 'http://evil.example'),
  'another origin, then ours': add('Origin', 'http://evil.example', 0),
  'the origin of localhost': set('Origin', ({ port }) => `http://localhost:${port}`),
  'the older header of an origin': (request, known) => {
    without('Origin')(request, known);
    set('Sec-WebSocket-Version', '8')(request, known);
    add('Sec-WebSocket-Origin', origin(known))(request, known);
  },
  'no host': without('Host'),
  'an empty host': set('Host', ''),
  'a rebound name': set('Host', ({ port }) => `evil.example:${port}`),
  'a rebound name that is its own origin': (request, known) => {
    set('Host', `evil.example:${known.port}`)(request, known);
    set('Origin', `http://evil.example:${known.port}`)(request, known);
  },
  'localhost as its own origin': (request, known) => {
    set('Host', `localhost:${known.port}`)(request, known);
    set('Origin', `http://localhost:${known.port}`)(request, known);
  },
  'a host without a port': set('Host', '127.0.0.1'),
  'another port': set('Host', '127.0.0.1:1'),
  'the address as a number': set('Host', ({ port }) => `2130706433:${port}`),
  'the address in short': set('Host', ({ port }) => `127.1:${port}`),
  'the address as IPv6': set('Host', ({ port }) => `[::ffff:127.0.0.1]:${port}`),
  'another loopback address': set('Host', ({ port }) => `127.0.0.2:${port}`),
  'a user before the host': set('Host', ({ port }) => `evil@127.0.0.1:${port}`),
  'a dot after the host': set('Host', ({ port }) => `127.0.0.1.:${port}`),
  'our host, then another': add('Host', 'evil.example'),
  'another host, then ours': add('Host', 'evil.example', 0),
  'our host twice': twice('Host', ({ port }) => `127.0.0.1:${port}`),
  'a host in an odd case': add('hOsT', 'evil.example', 0),
  'a forwarded host': (request, known) => {
    set('Host', 'evil.example')(request, known);
    add('X-Forwarded-Host', `127.0.0.1:${known.port}`)(request, known);
    add('Forwarded', `host=127.0.0.1:${known.port}`)(request, known);
  },
  'from another site': add('Sec-Fetch-Site', 'cross-site'),
  'from another port': add('Sec-Fetch-Site', 'same-site'),
  'from no page': add('Sec-Fetch-Site', 'none'),
  'from an unknown kind of site': add('Sec-Fetch-Site', 'sibling'),
  'from no kind of site': add('Sec-Fetch-Site', ''),
  'from two kinds of site': (request, known) => {
    add('Sec-Fetch-Site', 'same-origin')(request, known);
    add('Sec-Fetch-Site', 'cross-site')(request, known);
  },
  'to another path': firstLine('GET / HTTP/1.1'),
  'to a path below': firstLine('GET /rpc/ HTTP/1.1'),
  'to a doubled slash': firstLine('GET //rpc HTTP/1.1'),
  'to a path in capitals': firstLine('GET /RPC HTTP/1.1'),
  'to an encoded path': firstLine('GET /%72pc HTTP/1.1'),
  'to a path with a query': firstLine('GET /rpc?x HTTP/1.1'),
  'to a path with dots': firstLine('GET /x/../rpc HTTP/1.1'),
  'to a whole address': firstLine(({ port }) => `GET http://127.0.0.1:${port}/rpc HTTP/1.1`),
  'to a whole address elsewhere': firstLine('GET http://evil.example/rpc HTTP/1.1'),
  'to an asterisk': firstLine('OPTIONS * HTTP/1.1'),
  'through a tunnel': firstLine(({ port }) => `CONNECT 127.0.0.1:${port} HTTP/1.1`),
  'by POST': firstLine('POST /rpc HTTP/1.1'),
  'by HEAD': firstLine('HEAD /rpc HTTP/1.1'),
  'by a method of its own': firstLine('RPC /rpc HTTP/1.1'),
  'in HTTP/0.9': firstLine('GET /rpc'),
  'in HTTP/2': firstLine('PRI * HTTP/2.0'),
  'to another protocol': set('Upgrade', 'h2c'),
  'without a key': without('Sec-WebSocket-Key'),
  'with a short key': set('Sec-WebSocket-Key', 'c2hvcnQ='),
  'in an unknown version': set('Sec-WebSocket-Version', '12'),
  'with a blank before the colon': add('Origin ', 'http://evil.example'),
  'with a folded header': add('Host', 'x\r\n evil.example'),
  'with a NUL': add('X', 'a\0b'),
  'with a line feed alone': add('X', 'a\nOrigin: http://evil.example'),
  'with a header of 100 kB': add('X', 'a'.repeat(100_000)),
  'with two lengths': (request, known) => {
    add('Content-Length', '1')(request, known);
    add('Content-Length', '2')(request, known);
  },
  'with a length and chunks': (request, known) => {
    add('Content-Length', '4')(request, known);
    add('Transfer-Encoding', 'chunked')(request, known);
  },
} satisfies Record<string, Change>).map(([name, change]) => ({ name, change }));

/** Admitted upgrades with several of the changes at once, the same for the same seed. */
export function* combinedAttacks(count: number, seed: number): Generator<RawAttack> {
  const random = seededRandom(seed);
  for (let made = 0; made < count; made++) {
    const size = 2 + Math.floor(random() * 3);
    const chosen = Array.from(
      { length: size },
      () => upgradeAttacks[Math.floor(random() * upgradeAttacks.length)],
    ).filter((attack) => attack !== undefined);
    yield {
      name: chosen.map(({ name }) => name).join(' + '),
      change: (request, known) => {
        for (const { change } of chosen) change(request, known);
      },
    };
  }
}

/** A navigation that would exchange the token. */
export function admittedNavigation({ port, token }: Known): RawRequest {
  return {
    first: `GET /?token=${token} HTTP/1.1`,
    headers: [
      ['Host', `127.0.0.1:${port}`],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'document'],
    ],
    body: '',
  };
}

/** Each makes of a navigation with the token one that gets no session, and leaves the token for the user. */
export const tokenAttacks: readonly RawAttack[] = Object.entries({
  'a guess': firstLine(`GET /?token=${'A'.repeat(43)} HTTP/1.1`),
  'no token': firstLine('GET /?token= HTTP/1.1'),
  'a part of the token': firstLine(({ token }) => `GET /?token=${token.slice(0, -1)} HTTP/1.1`),
  'the token in capitals': firstLine(({ token }) => `GET /?token=${token.toUpperCase()} HTTP/1.1`),
  'a guess and the token': firstLine(({ token }) => `GET /?token=guess&token=${token} HTTP/1.1`),
  'the token under another name': firstLine(({ token }) => `GET /?Token=${token} HTTP/1.1`),
  'the token in the path': firstLine(({ token }) => `GET /${token} HTTP/1.1`),
  'by HEAD': firstLine(({ token }) => `HEAD /?token=${token} HTTP/1.1`),
  'by POST': firstLine(({ token }) => `POST /?token=${token} HTTP/1.1`),
  'by OPTIONS': firstLine(({ token }) => `OPTIONS /?token=${token} HTTP/1.1`),
  'to a whole address': firstLine((k) => `GET http://127.0.0.1:${k.port}/?token=${k.token} HTTP/1.1`),
  'to localhost': set('Host', ({ port }) => `localhost:${port}`),
  'to a rebound name': set('Host', ({ port }) => `evil.example:${port}`),
  'to two hosts': add('Host', 'evil.example'),
  'by a form': add('Origin', 'http://evil.example'),
  'by a form of a file': add('Origin', 'null'),
  'in a frame': set('Sec-Fetch-Dest', 'iframe'),
  'in an object': set('Sec-Fetch-Dest', 'object'),
  'as a picture': (request, known) => {
    set('Sec-Fetch-Mode', 'no-cors')(request, known);
    set('Sec-Fetch-Dest', 'image')(request, known);
  },
  'by a script': set('Sec-Fetch-Mode', 'cors'),
  'by a worker of an earlier server': set('Sec-Fetch-Site', 'same-origin'),
  'without a destination': without('Sec-Fetch-Dest'),
  'fetched ahead': add('Sec-Purpose', 'prefetch'),
  'painted ahead': add('Sec-Purpose', 'prefetch;prerender'),
  'fetched ahead by an old browser': add('Purpose', 'prefetch'),
  'as an upgrade': (request, known) => {
    add('Connection', 'Upgrade')(request, known);
    add('Upgrade', 'websocket')(request, known);
    add('Sec-WebSocket-Version', '13')(request, known);
    add('Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ==')(request, known);
  },
} satisfies Record<string, Change>).map(([name, change]) => ({ name, change }));
