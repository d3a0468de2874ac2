import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessTexts, secretTexts } from '#testing/secret-texts';
import { maskSecrets } from './mask.ts';

describe('secrets are hidden', () => {
  test.each([
    ['https://me:hunter2@proxy.test/x', 'https://***@proxy.test/x'],
    ['https://ghp_abc123@github.com/a/b.git', 'https://***@github.com/a/b.git'],
    ['https://me:p@ss@proxy.test', 'https://***@proxy.test'],
    ['socks5://u:p@host:1080', 'socks5://***@host:1080'],
    [
      'GOPROXY=https://u:p@a.test,https://v:q@b.test,direct',
      'GOPROXY=https://***@a.test,https://***@b.test,direct',
    ],
    ['GITHUB_TOKEN=abc', 'GITHUB_TOKEN=***'],
    ['export NPM_TOKEN="a b c" X=1', 'export NPM_TOKEN=*** X=1'],
    ["AWS_SECRET_ACCESS_KEY='abc/+='", 'AWS_SECRET_ACCESS_KEY=***'],
    ['DB_PASSWORD=hunter2;next', 'DB_PASSWORD=***'],
    ['STRIPE_KEY=sk_live_1', 'STRIPE_KEY=***'],
    ['-X main.apiKey=abc -s', '-X main.apiKey=*** -s'],
    ['-ldflags=-X main.token=abc', '-ldflags=-X main.token=***'],
    ['https://a.test/f?access_token=abc&x=1', 'https://a.test/f?access_token=***&x=1'],
    ['https://s.test/f?X-Amz-Signature=abc', 'https://s.test/f?X-Amz-Signature=***'],
    ['{"token": "abc", "a": 1}', '{"token": "***", "a": 1}'],
    ['{"apiKey":"abc"}', '{"apiKey":"***"}'],
    ['Authorization: Bearer abc', 'Authorization: ***'],
    ['authorization: Basic dTpw', 'authorization: ***'],
    ['Proxy-Authorization: Basic dTpw', 'Proxy-Authorization: ***'],
    ['"Authorization": "Bearer abc"', '"Authorization": "***"'],
    ['sent Bearer eyJhbGciOiJIUzI1NiJ9.e30.x1', 'sent Bearer ***'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });
});

describe('the rest stays', () => {
  test.each([
    'git clone ssh://git@github.com/a/b.git',
    'git@github.com:a/b.git',
    'mail me@example.test or see https://example.test/@me',
    'https://proxy.golang.test/github.com/!user/mod/@v/v1.2.3.zip',
    'https://example.test:8080/golang.org/toolchain@v0.0.1-go1.26.1.linux-amd64',
    'syntax error: unexpected token: newline',
    './main.go:3:7: token == nil',
    'GOFLAGS=-mod=mod CGO_ENABLED=0',
    'the bearer of bad-news-from-the-compiler',
    'monkey=banana keyboard=us',
    'keys: 3, tokens=5',
    '-ldflags=-s -w -X main.version=1.2.3',
    'TOKEN=',
  ])('%s', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  test('in any text without the mark of a secret', () => {
    // What every secret needs: `@` after `://`, `=` or `"…":` after a known name, or a known header.
    const sign = /:\/\/|token|secret|passw|signature|credential|key|authorization|bearer/i;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        fc.pre(!sign.test(text));
        expect(maskSecrets(text)).toBe(text);
      }),
    );
  });
});

describe('of the table', () => {
  test('there are at least 60 secrets and 60 harmless texts', () => {
    expect(Math.min(secretTexts.length, harmlessTexts.length)).toBeGreaterThanOrEqual(60);
  });

  test.each(secretTexts)('hides $secrets in $text', ({ text, secrets }) => {
    for (const around of [text, ` ${text} `, `at first\n${text}\nlast`]) {
      const masked = maskSecrets(around);
      for (const each of secrets) expect(masked).not.toContain(each);
      expect(maskSecrets(masked)).toBe(masked);
    }
  });

  test.each(harmlessTexts)('keeps %s', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});

test('of -X, the revision of this build stays, whole or short', () => {
  const revision = '0123456789abcdef0123456789abcdef01234567';
  for (const value of [revision, revision.slice(0, 12), `${revision.slice(0, 7)}-dirty`]) {
    expect(maskSecrets(`-X main.commit=${value}`, revision)).toBe(`-X main.commit=${value}`);
    expect(maskSecrets(`-X main.key=${value}`, revision)).toBe('-X main.key=***');
    expect(maskSecrets(`-X main.commit=${value}`, `f${revision}`)).toBe('-X main.commit=***');
  }
});

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/).filter((text) => /\d/.test(text));
const around = fc.string({ unit: 'binary', maxLength: 50 });

test.each<[string, (secret: string) => string]>([
  ['a URL', (s) => ` https://user:${s}@host/ `],
  ['an assignment', (s) => ` MY_TOKEN=${s} `],
  ['a quoted assignment', (s) => ` MY_PASSWORD="${s} ${s}" `],
  ['a header', (s) => ` Authorization: Bearer ${s} `],
])('no text around %s reveals the secret', (_, write) => {
  fc.assert(
    fc.property(around, secret, around, (before, text, after) => {
      fc.pre(!(before + after).includes(text));
      expect(maskSecrets(`${before}${write(text)}${after}`)).not.toContain(text);
    }),
  );
});

test.each(['/', '#', '?', ' ', '@'])('a password with %j in it is hidden in any URL', (odd) => {
  const part = fc.stringMatching(/^[A-Za-z0-9]{4,12}$/);
  const host = fc.constantFrom('proxy.test', 'proxy.test:8080', '10.0.0.1:3128', 'localhost:8080');
  const rest = fc.constantFrom(
    '',
    '/',
    '/x/@v/list',
    '/golang.org/toolchain/@latest',
    '/a/b@v1.2.3',
    ' and so on',
  );
  fc.assert(
    fc.property(part, part, host, rest, (first, second, at, after) => {
      const masked = maskSecrets(`see https://me:${first}${odd}${second}@${at}${after}`);
      expect(masked).toBe(`see https://***@${at}${after}`);
    }),
    { numRuns: 500 },
  );
});

test('a second pass changes nothing', () => {
  fc.assert(
    fc.property(around, secret, (before, text) => {
      const once = maskSecrets(`${before} A_KEY=${text} https://${text}@h Authorization: ${text}`);
      expect(maskSecrets(once)).toBe(once);
    }),
  );
});

test.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['dashes', 'a-'.repeat(500_000)],
  ['schemes', '://'.repeat(300_000)],
  ['names', 'token='.repeat(150_000)],
  ['quotes', '"token":"'.repeat(100_000)],
  ['headers', 'authorization: '.repeat(60_000)],
  ['bearers', 'bearer '.repeat(140_000)],
  ['spaces', `authorization${' '.repeat(1_000_000)}`],
  ['capitals', 'A'.repeat(1_000_000)],
  ['users', 'a:'.repeat(500_000)],
  ['signs', `https://a:${'@'.repeat(1_000_000)}`],
  ['short URLs', 'a://b@'.repeat(160_000)],
  ['question marks', '?a=b&'.repeat(200_000)],
  ['commas', `https://a${',a'.repeat(500_000)}`],
  ['backslashes', '\\'.repeat(1_000_000)],
  ['escaped quotes', 'token=\\"'.repeat(110_000)],
  ['open quotes', `'token="`.repeat(120_000)],
  ['linker flags', '-X '.repeat(330_000)],
  ['linker values', '-X a='.repeat(200_000)],
  ['private keys', '-----BEGIN PRIVATE KEY-----'.repeat(37_000)],
  ['half private keys', '-----BEGIN '.repeat(90_000)],
  ['JSON web tokens', 'eyJ'.repeat(330_000)],
  ['colons', 'token: '.repeat(140_000)],
  ['elements', '<token>'.repeat(140_000)],
  ['flags', '--token '.repeat(125_000)],
  ['curls', 'curl -u a:'.repeat(100_000)],
  ['logins', 'login a '.repeat(125_000)],
  ['passwords of programs', 'mysql docker login '.repeat(55_000)],
  ['proxies', 'proxy=a:'.repeat(125_000)],
  ['cookies', 'cookie: '.repeat(125_000)],
  ['lines', 'password\n'.repeat(110_000)],
  ['plain values', `token=1${')'.repeat(1_000_000)}`],
])('a long text of %s takes time in proportion', (_, text) => {
  const before = process.cpuUsage();
  maskSecrets(text.slice(0, 300_000));
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
});
