import { expect, test } from 'vitest';
import { isOurs, mayOpenOutside } from './addresses.ts';

test.each([
  ['burrow://app/', true],
  ['burrow://app/toolchains?new=1', true],
  ['burrow://app', true],
  ['burrow://application/', false],
  ['burrow://app.evil.example/', false],
  ['burrow://app@evil.example/', false],
  ['file:///etc/passwd', false],
  ['https://burrow.app/', false],
])('isOurs(%s) is %s', (url, ours) => {
  expect(isOurs(url)).toBe(ours);
});

test.each([
  ['https://go.dev/doc/devel/release', true],
  ['https://pkg.go.dev/net/http', true],
  ['https://github.com/gin-gonic/gin', true],
  ['http://go.dev/', false],
  ['https://go.dev.evil.example/', false],
  ['https://evil.example/?https://go.dev/', false],
  ['https://go.dev@evil.example/', false],
  ['https://user:secret@go.dev/', false],
  ['https://go.dev:8443/', false],
  ['file:///usr/bin/xcalc', false],
  ['javascript:alert(1)', false],
  ['not an address', false],
])('mayOpenOutside(%s) is %s', (url, allowed) => {
  expect(mayOpenOutside(url)).toBe(allowed);
});
