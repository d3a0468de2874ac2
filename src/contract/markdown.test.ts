import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';

it.each([
  ['GOFLAGS', '<code>GOFLAGS</code>'],
  ['a|b', '<code>a&#124;b</code>'],
  ['`x` <b>', '<code>&#96;x&#96; &#60;b&#62;</code>'],
  ['@team [x](https://y)', '<code>&#64;team &#91;x&#93;&#40;https&#58;//y&#41;</code>'],
  ['&lt;', '<code>&#38;lt&#59;</code>'],
  ['变量', '<code>变量</code>'],
  ['', ''],
])('shows %s', (text, wanted) => {
  expect(markdownCode(text)).toBe(wanted);
});

it('has nothing in it that Markdown or HTML understands, and can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const inside = markdownCode(text).replace(/^<code>|<\/code>$/g, '');
      expect(inside.replaceAll(/&#\d+;/g, '')).toMatch(/^[\p{L}\p{N} ,/=-]*$/u);
      const read = inside.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      expect(read.replaceAll('\ufffd', '')).toBe(
        text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufffd]/gu, ''),
      );
    }),
  );
});

it('makes a table of one line a row', () => {
  const table = markdownTable(['A', 'B'], [[markdownCode('x\n| y |'), markdownCode('z')]]);
  expect(table.split('\n')).toEqual([
    '| A | B |',
    '| --- | --- |',
    '| <code>x&#65533;&#124; y &#124;</code> | <code>z</code> |',
  ]);
});

it.each([
  ['+12 kB (+0.1 %): 81 % from k8s.io/client-go', '+12 kB (+0.1 %): 81 % from k8s.io/client-go'],
  ['[x](https://y) www.z.com', '&#91;x&#93;(https&#58;//y) www&#46;z.com'],
  ['@team #1 :tada: <b> `x` **y** a_b_c ~z~ $m$', null],
])('a sentence: %s', (sentence, wanted) => {
  if (wanted !== null) expect(markdownText(sentence)).toBe(wanted);
  const inside = markdownText(sentence).replaceAll(/&#\d+;/g, '');
  expect(inside).not.toMatch(/[\\`*_[\]<>#|~@&$]|:\S|www\./);
});
