import { expect, it } from 'vitest';
import { commands } from '../commands/all.ts';
import { createProgram } from '../program.ts';
import { texts } from '../text/index.ts';
import { manualPage } from './page.ts';
import { argument, plainText } from './roff.ts';

const about = { version: '1.2.3', day: '2026-11-29' };

it.each(['en', 'zh-CN'] as const)('the page in %s has every command and option', (locale) => {
  const program = createProgram({ text: texts[locale], write: () => {}, dispatch: async () => {} }, commands);
  const page = manualPage(program, { locale, ...about });
  const headings = [...page.matchAll(/^\.SS "burrow ((?:[a-z ]|\\-)*?)(?= [^a-z]|"$)/gm)].map(
    ([, name = '']) => name.replaceAll('\\-', '-'),
  );
  const wanted = program
    .createHelp()
    .visibleCommands(program)
    .flatMap((command) => [
      command.name(),
      ...command.commands.map((each) => `${command.name()} ${each.name()}`),
    ]);
  expect(wanted.length).toBeGreaterThan(50);
  expect(headings).toEqual(wanted);
  for (const { long } of program.commands.flatMap((command) => command.options)) {
    expect(page).toContain(plainText(long ?? ''));
  }
});

it.each([
  ['--all', '\\-\\-all'],
  ['.go-version', '\\&.go\\-version'],
  ["a\n'b'", "a\n\\&'b'"],
  ['C:\\x', 'C:\\ex'],
])('%j is %j in roff', (text, roff) => expect(plainText(text)).toBe(roff));

it('quotes an argument', () => expect(argument('a "b"')).toBe('"a \\(dqb\\(dq"'));
