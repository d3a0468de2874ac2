import { expect, test } from 'vitest';
import { type Addressed, isAmbiguous, mayBringToken, provenance } from './origin.ts';

const port = 4100;
const host = '127.0.0.1:4100';
const ours = 'http://127.0.0.1:4100';

function addressed(given: Partial<Addressed>): Addressed {
  return { host, origin: undefined, site: undefined, mode: undefined, dest: undefined, ...given };
}

test.each<[Partial<Addressed>, string, string]>([
  // [headers, of a request, of an upgrade]
  [{}, 'here', 'elsewhere'],
  [{ origin: ours }, 'here', 'here'],
  [{ origin: ours, site: 'same-origin' }, 'here', 'here'],
  [{ origin: ours, site: 'none' }, 'here', 'elsewhere'],
  [{ site: 'none' }, 'here', 'elsewhere'],
  [{ site: 'same-site' }, 'elsewhere', 'elsewhere'],
  [{ site: 'cross-site' }, 'elsewhere', 'elsewhere'],
  [{ site: 'Same-Origin' }, 'elsewhere', 'elsewhere'],
  [{ site: '' }, 'elsewhere', 'elsewhere'],
  [{ origin: ours, site: 'cross-site' }, 'elsewhere', 'elsewhere'],
  [{ origin: 'null' }, 'elsewhere', 'elsewhere'],
  [{ origin: '' }, 'elsewhere', 'elsewhere'],
  [{ origin: 'http://127.0.0.1:4101' }, 'elsewhere', 'elsewhere'],
  [{ origin: 'https://127.0.0.1:4100' }, 'elsewhere', 'elsewhere'],
  [{ origin: `${ours}.evil.example` }, 'elsewhere', 'elsewhere'],
  [{ origin: `${ours}/` }, 'elsewhere', 'elsewhere'],
  [{ host: 'localhost:4100', origin: 'http://localhost:4100' }, 'localhost', 'localhost'],
  [{ host: undefined }, 'wrong-host', 'wrong-host'],
  [{ host: '127.0.0.1' }, 'wrong-host', 'wrong-host'],
  [{ host: '127.0.0.1:4101' }, 'wrong-host', 'wrong-host'],
  [{ host: '127.0.0.2:4100' }, 'wrong-host', 'wrong-host'],
  [{ host: '[::1]:4100' }, 'wrong-host', 'wrong-host'],
  [{ host: 'evil.example:4100', origin: 'http://evil.example:4100' }, 'wrong-host', 'wrong-host'],
  [{ host: `${host}, evil.example` }, 'wrong-host', 'wrong-host'],
  [{ host: 'user@127.0.0.1:4100' }, 'wrong-host', 'wrong-host'],
])('%j: a request is from %s, an upgrade from %s', (given, request, upgrade) => {
  expect(provenance(addressed(given), port, 'request')).toBe(request);
  expect(provenance(addressed(given), port, 'upgrade')).toBe(upgrade);
});

test('the usual port is not part of the names', () => {
  const plain = addressed({ host: '127.0.0.1', origin: 'http://127.0.0.1' });
  expect(provenance(plain, 80, 'upgrade')).toBe('here');
  expect(provenance(addressed({ host: 'localhost' }), 80, 'request')).toBe('localhost');
  expect(provenance(addressed({ host: '127.0.0.1:80' }), 80, 'request')).toBe('wrong-host');
});

const navigation = { mode: 'navigate', dest: 'document' };

test.each<[string, Partial<Addressed>, boolean]>([
  ['typed', { ...navigation, site: 'none' }, true],
  ['from a file or a chat', { ...navigation, site: 'cross-site' }, true],
  ['from a terminal on another port', { ...navigation, site: 'same-site' }, true],
  ['not a browser, or an old one', {}, true],
  ['passed on by a service worker', { ...navigation, site: 'same-origin' }, false],
  ['in a frame', { site: 'cross-site', mode: 'navigate', dest: 'iframe' }, false],
  ['by a script', { site: 'cross-site', mode: 'no-cors', dest: 'empty' }, false],
  ['by a form', { ...navigation, site: 'cross-site', origin: 'https://evil.example' }, false],
  ['by a script in an old browser', { origin: 'https://evil.example' }, false],
])('the token may be brought: %s', (_what, given, may) => {
  expect(mayBringToken(addressed(given))).toBe(may);
});

test.each<[string[], boolean]>([
  [['Host', host, 'Cookie', 'a=1', 'Accept', '*/*', 'Accept', 'text/html'], false],
  [['Host', host, 'host', 'evil.example'], true],
  [['Host', host, 'Origin', ours, 'ORIGIN', ours], true],
  [['Host', host, 'Cookie', 'a=1', 'Cookie', 'b=2'], true],
  [['Host', host, 'Sec-Fetch-Site', 'none', 'Sec-Fetch-Site', 'cross-site'], true],
  [['Host', host, 'Sec-WebSocket-Protocol', 'burrow', 'Sec-WebSocket-Protocol', 'x'], true],
  // A value that looks like a name.
  [['Host', 'origin', 'Origin', 'host'], false],
])('%j is ambiguous: %s', (rawHeaders, ambiguous) => {
  expect(isAmbiguous(rawHeaders)).toBe(ambiguous);
});
