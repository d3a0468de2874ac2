import type { Locale } from './locale.ts';

/** A real minus sign: as wide as the plus, so that columns of changes line up. */
const minus = '\u2212';
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** To make one takes as long as to format a hundred numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function grouped(value: number, locale: Locale, fraction: number): string {
  const key = `${locale} ${fraction}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: fraction,
      maximumFractionDigits: fraction,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** The exact number of bytes, in groups of three: `14,230,112 B`. */
export function formatExactBytes(bytes: number, locale: Locale): string {
  return `${grouped(bytes, locale, 0)} B`;
}

/** A count in groups of three: `1,204`. */
export function formatNumber(count: number, locale: Locale): string {
  return grouped(count, locale, 0);
}

/** Bytes in SI units, as the Go and Docker tools print them: `512 B`, `612 kB`, `14.2 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const size = Math.abs(bytes);
  let power = 0;
  while (power < byteUnits.length - 1 && Math.round(size / 1000 ** power) >= 1000) power++;
  const value = size / 1000 ** power;
  const fraction = power < 2 ? 0 : 1;
  return `${bytes < 0 ? minus : ''}${grouped(value, locale, fraction)} ${byteUnits[power]}`;
}

/**
 * Bytes for the steps of an axis: all in the unit of the largest, with as many digits as needed to distinguish the
 * steps: `22.50 MB`, `22.75 MB`, `23.00 MB`.
 */
export function formatByteSteps(values: readonly number[], locale: Locale): string[] {
  const largest = Math.max(0, ...values.map(Math.abs));
  let power = 0;
  while (power < byteUnits.length - 1 && largest >= 1000 ** (power + 1)) power++;
  const scaled = values.map((value) => value / 1000 ** power);
  const isExact = (digits: number) =>
    scaled.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9);
  const digits = [0, 1, 2].find(isExact) ?? 3;
  return scaled.map((value) => `${grouped(value, locale, digits)} ${byteUnits[power]}`);
}

/** A change in bytes, always with its sign: `+612 kB`, `−21 kB`, `0 B`. */
export function formatByteChange(bytes: number, locale: Locale): string {
  return bytes > 0 ? `+${formatBytes(bytes, locale)}` : formatBytes(bytes, locale);
}

/**
 * A change in percent with its sign: `+4.5 %`, `−0.3 %`. One that is rounded to 0 is not 0: `<0.1 %`. What became at least
 * eleven times as large has the factor, which says more than thousands of percent: `×23`.
 */
export function formatPercentChange(percent: number, locale: Locale): string {
  if (percent !== 0 && Math.abs(percent) < 0.05) return '<0.1 %';
  if (percent >= 1000) return `×${grouped(1 + percent / 100, locale, 0)}`;
  const sign = percent === 0 ? '' : percent > 0 ? '+' : minus;
  return `${sign}${grouped(Math.abs(percent), locale, 1)} %`;
}

/** Milliseconds in readable units: `840 ms`, `8.4 s`, `2 min 5 s`. */
export function formatDuration(ms: number, locale: Locale): string {
  if (ms < 999.5) return `${grouped(ms, locale, 0)} ms`;
  if (ms < 59_950) return `${grouped(ms / 1000, locale, 1)} s`;
  const seconds = Math.round(ms / 1000);
  const minute = locale === 'zh-CN' ? '分' : 'min';
  const second = locale === 'zh-CN' ? '秒' : 's';
  return `${Math.floor(seconds / 60)} ${minute} ${seconds % 60} ${second}`;
}

/**
 * A moment (ISO 8601) in the user's time zone: `20 Nov, 16:02`, with the year if it differs from the year of `now`.
 */
export function formatMoment(iso: string, locale: Locale, now: Date): string {
  const moment = new Date(iso);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...(moment.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(moment);
}

/** The month of a date (`2025-02-11`): `Feb 2025`, `2025年2月`. */
export function formatMonth(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** The day of a moment (ISO 8601) in the user's time zone: `3 Nov 2026`, `2026年11月3日`. */
export function formatDay(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(new Date(iso));
}
