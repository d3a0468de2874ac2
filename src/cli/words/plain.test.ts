import { expect, it } from 'vitest';
import { plain } from './plain.ts';

it.each([
  ['gopls', 'gopls'],
  ['工具\t名', '工具\t名'],
  ['a\u001b[31mred', 'a\uFFFD[31mred'],
  ['two\nlines\r', 'two\uFFFDlines\uFFFD'],
  ['\u009b2J', '\uFFFD2J'],
])('%j cannot control the terminal', (text, harmless) => {
  expect(plain(text)).toBe(harmless);
});
