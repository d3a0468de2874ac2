import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { unquoteGo } from './go-quoted.ts';

it.each([
  ['plain', 'plain'],
  ['"-s -w"', '-s -w'],
  ['`-X "a=b"`', '-X "a=b"'],
  [String.raw`"a\tb\"c\\d"`, 'a\tb"c\\d'],
  [String.raw`"\xe4\xb8\xad文\u00e9\U0001f600"`, '中文é😀'],
  [String.raw`"\a\b\f\n\r\t\v"`, '\x07\b\f\n\r\t\v'],
  ['"unfinished', '"unfinished'],
  [String.raw`"bad \q escape"`, String.raw`"bad \q escape"`],
  [String.raw`"\xzz"`, String.raw`"\xzz"`],
  [String.raw`"\Uffffffff"`, '\ufffd'],
  ['', ''],
])('%s → %j', (quoted, text) => {
  expect(unquoteGo(quoted)).toBe(text);
});

it('reverses JSON quoting where Go quotes the same way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      // eslint-disable-next-line no-control-regex
      fc.pre(!/[\0-\x1f\x7f/]/.test(text));
      expect(unquoteGo(JSON.stringify(text))).toBe(text);
    }),
  );
});
