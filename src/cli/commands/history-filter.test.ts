import { expect, it } from 'vitest';
import { readMoment } from './history-filter.ts';

const now = new Date('2026-11-29T12:00:00Z');

it.each([
  ['12h', '2026-11-29T00:00:00.000Z'],
  ['7d', '2026-11-22T12:00:00.000Z'],
  ['2w', '2026-11-15T12:00:00.000Z'],
  ['2026-11-01', new Date(2026, 10, 1).toISOString()],
  ['2026-11-01T10:00:00+08:00', '2026-11-01T02:00:00.000Z'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['yesterday', null],
  ['7', null],
  ['', null],
])('reads %s as a moment', (text, moment) => {
  expect(readMoment(text, now)).toBe(moment);
});
