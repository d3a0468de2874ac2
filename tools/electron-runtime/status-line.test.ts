import { expect, it } from 'vitest';
import { StatusLine } from './status-line.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 20, written, write: (text: string) => written.push(text) };
}

it('overwrites itself in a terminal, and stays below other output', () => {
  const screen = terminal(true);
  const status = new StatusLine(screen);
  status.show('one', 1);
  status.show('a line that is too long for it', 1);
  status.above('other\n');
  status.end();
  status.above('last\n');
  const clear = '\r\u001B[K';
  const cut = 'a line that is too ';
  expect(screen.written).toEqual([`${clear}one`, clear + cut, `${clear}other\n${cut}`, clear, 'last\n']);
});

it('is a line for every step in a log', () => {
  const log = terminal(false);
  const status = new StatusLine(log);
  for (const [line, step] of [
    ['1 of 20', 0],
    ['2 of 20', 1],
    ['3 of 20', 1],
  ] as const) {
    status.show(line, step);
  }
  status.above('other\n');
  status.end();
  expect(log.written).toEqual(['1 of 20\n', '2 of 20\n', 'other\n']);
});
