import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { goFields } from './go-fields.ts';

it.each([
  ['', []],
  ['  \t\n', []],
  ['-s -w', ['-s', '-w']],
  [`-X 'main.a=b c' "d e"`, ['-X', 'main.a=b c', 'd e']],
  [`a'b c`, [`a'b`, 'c']],
  [`'a'b`, ['a', 'b']],
  [`''`, ['']],
  ['a\u00a0b', ['a\u00a0b']],
  [`'open`, null],
  ['a "open', null],
])('%j is split like in Go', (text, fields) => {
  expect(goFields(text)).toEqual(fields);
});

it('returns quoted fields unchanged', () => {
  const field = fc.string().filter((text) => !text.includes("'"));
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      expect(goFields(fields.map((each) => `'${each}'`).join(' '))).toEqual(fields);
    }),
  );
});
