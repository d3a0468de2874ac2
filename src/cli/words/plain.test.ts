import { expect, it } from 'vitest';
import { forTerminal, plain } from './plain.ts';

it.each([
  ['gopls', 'gopls'],
  ['工具\t名', '工具\t名'],
  ['a\u001b[31mred', 'a\uFFFD[31mred'],
  ['two\nlines\r', 'two\uFFFDlines\uFFFD'],
  ['\u009b2J', '\uFFFD2J'],
])('%j cannot control the terminal', (text, harmless) => {
  expect(plain(text)).toBe(harmless);
});

it.each([
  ['\u001b[1mgo1.26.1\u001b[22m  ~/工具\tx\n', '\u001b[1mgo1.26.1\u001b[22m  ~/工具\tx\n'],
  ['~/a\u001b]0;title\u0007b', '~/a\uFFFD]0;title\uFFFDb'],
  ['~/a\u001b[2J\u001b[Hb\r', '~/a\uFFFD[2J\uFFFD[Hb\uFFFD'],
  ['\u009b31m', '\uFFFD31m'],
])('the lines %j keep their colours', (lines, harmless) => {
  expect(forTerminal(lines)).toBe(harmless);
});
