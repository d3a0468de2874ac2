import { expect, it } from 'vitest';
import { LogTail } from './log-tail.ts';

it.each([8192, 500])(
  'keeps the end of a long log, at most %i characters, from the start of a line',
  (max) => {
    const log = new LogTail(max);
    for (let line = 0; line < 2000; line += 1) log.add(`line ${line}\n`);
    const kept = log.toString();
    expect(kept.length).toBeLessThanOrEqual(max);
    expect(kept.length).toBeGreaterThan(max - 200);
    expect(kept).toMatch(/^line \d+\n/);
    expect(kept).toMatch(/line 1999\n$/);
  },
);

it('keeps a short output completely', () => {
  const log = new LogTail();
  log.add('begun ');
  log.add('and ended');
  expect(log.toString()).toBe('begun and ended');
});

it('returns the last complete line', () => {
  const log = new LogTail();
  expect(log.add('go: downl')).toBeNull();
  expect(log.add('oading a\ngo: fin')).toBe('go: downloading a');
  expect(log.add('ding b\n')).toBe('go: finding b');
});
