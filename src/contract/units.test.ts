import { describe, expect, it } from 'vitest';
import {
  formatByteChange,
  formatBytes,
  formatDay,
  formatByteSteps,
  formatDuration,
  formatMoment,
  formatMonth,
  formatPercentChange,
} from './units.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [612_000, '612 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [14_230_000, '14.2 MB'],
    [1_900_000_000, '1.9 GB'],
    [-46_000, '\u221246 kB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });

  it('always has a sign for a change, except for 0', () => {
    expect(formatByteChange(612_000, 'en')).toBe('+612 kB');
    expect(formatByteChange(-612_000, 'en')).toBe('\u2212612 kB');
    expect(formatByteChange(0, 'en')).toBe('0 B');
  });
});

describe('formatByteSteps', () => {
  it.each([
    [
      [22_500_000, 22_750_000, 23_000_000],
      ['22.50 MB', '22.75 MB', '23.00 MB'],
    ],
    [
      [2_500_000, 5_000_000, 10_000_000],
      ['2.5 MB', '5.0 MB', '10.0 MB'],
    ],
    [
      [0, 500_000, 1_000_000],
      ['0.0 MB', '0.5 MB', '1.0 MB'],
    ],
    [
      [14_000_000, 15_000_000],
      ['14 MB', '15 MB'],
    ],
    [
      [200, 400],
      ['200 B', '400 B'],
    ],
    [
      [1_000_100, 1_000_200],
      ['1.000 MB', '1.000 MB'],
    ],
    [[], []],
  ])('%j', (values, texts) => {
    expect(formatByteSteps(values, 'en')).toEqual(texts);
  });
});

describe('formatPercentChange', () => {
  it.each([
    [4.51, '+4.5 %'],
    [-18, '\u221218.0 %'],
    [0, '0.0 %'],
    [0.04, '<0.1 %'],
    [-0.04, '<0.1 %'],
    [0.05, '+0.1 %'],
    [999.9, '+999.9 %'],
    [1000, '×11'],
    [2196.4, '×23'],
    [250_000, '×2,501'],
  ])('%d is %s', (percent, text) => {
    expect(formatPercentChange(percent, 'en')).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [12.4, '12 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [8400, '8.4 s'],
    [59_949, '59.9 s'],
    [59_990, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  it('is translated to Chinese', () => {
    expect(formatDuration(125_000, 'zh-CN')).toBe('2 分 5 秒');
  });
});

describe('formatMoment', () => {
  it('has the year only if it is another one', () => {
    const now = new Date('2026-11-20T12:00:00');
    expect(formatMoment('2026-11-02T14:10:00', 'en', now)).toBe('2 Nov, 14:10');
    expect(formatMoment('2025-11-02T14:10:00', 'en', now)).toBe('2 Nov 2025, 14:10');
  });
});

it('has the month of a date, in any time zone', () => {
  expect(formatMonth('2025-02-01', 'en')).toBe('Feb 2025');
  expect(formatMonth('2025-02-28', 'zh-CN')).toBe('2025年2月');
});

it('has the day of a moment', () => {
  expect(formatDay('2026-11-02T14:10:00', 'en')).toBe('2 Nov 2026');
  expect(formatDay('2026-11-02T14:10:00', 'zh-CN')).toBe('2026年11月2日');
});
