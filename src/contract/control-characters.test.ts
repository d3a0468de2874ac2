import { expect, it } from 'vitest';
import { hasControlCharacters, withoutControlCharacters } from './control-characters.ts';

it.each([
  ['gopls 工具', '', 'gopls 工具'],
  ['a\u001b[31mred\u0007', '', 'a\uFFFD[31mred\uFFFD'],
  ['\u0000\u007f\u0080\u009f\u00a0', '', '\uFFFD\uFFFD\uFFFD\uFFFD\u00a0'],
  ['a\tb\nc\r', '\t\n', 'a\tb\nc\uFFFD'],
])('%j, of which %j is kept', (text, keep, shown) => {
  expect(withoutControlCharacters(text, keep)).toBe(shown);
  expect(hasControlCharacters(text)).toBe(withoutControlCharacters(text) !== text);
});
