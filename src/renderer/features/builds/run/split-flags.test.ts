import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinFlags, splitFlags } from './split-flags.ts';

it.each([
  ['', []],
  ['  ', []],
  ['-trimpath', ['-trimpath']],
  ['-trimpath -ldflags="-s -w"', ['-trimpath', '-ldflags=-s -w']],
  ["-ldflags '-X main.v=1'", ['-ldflags', '-X main.v=1']],
  ['-tags ""', ['-tags', '']],
  ['-ldflags="-s', ['-ldflags=-s']],
  ['a;rm $(b) `c`', ['a;rm', '$(b)', '`c`']],
])('%s', (text, args) => {
  expect(splitFlags(text)).toEqual(args);
});

it('splits any quoted words', () => {
  const word = fc.string().filter((text) => !text.includes('"'));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(splitFlags(words.map((each) => `"${each}"`).join(' '))).toEqual(words);
    }),
  );
});

it.each([
  [['-trimpath', '-ldflags=-s -w'], '-trimpath -ldflags="-s -w"'],
  [['-ldflags=-X "main.v=a b"'], `-ldflags='-X "main.v=a b"'`],
  [[''], '""'],
  [[], ''],
])('%j is joined as %s', (flags, text) => {
  expect(joinFlags(flags)).toBe(text);
});

it('splits what joinFlags joined, unless a flag has both kinds of quotes', () => {
  const flag = fc.string().filter((text) => !(text.includes('"') && text.includes("'")));
  fc.assert(
    fc.property(fc.array(flag), (flags) => {
      expect(splitFlags(joinFlags(flags))).toEqual(flags);
    }),
  );
});
