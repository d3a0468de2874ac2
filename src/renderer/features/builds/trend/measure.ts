import type { TrendPoint } from '#contract/build-list';
import type { Locale } from '#contract/locale';
import { formatByteChange, formatBytes, formatByteSteps, formatDuration } from '#contract/units';

/** What a trend shows of its builds. */
export const measures = ['size', 'time', 'packages'] as const;
export type Measure = (typeof measures)[number];

/** The field of a point that has the value. */
export const fields = { size: 'bytes', time: 'durationMs', packages: 'packages' } as const;

/** Bytes, ms, or the number of packages; null: not known. */
export function valueOf(point: TrendPoint, measure: Measure): number | null {
  return point[fields[measure]];
}

/** A value with its unit; packages have none. */
export function formatValue(value: number, measure: Measure, locale: Locale): string {
  if (measure === 'size') return formatBytes(value, locale);
  return measure === 'time' ? formatDuration(value, locale) : value.toLocaleString(locale);
}

/** A change with its sign. */
export function formatChange(change: number, measure: Measure, locale: Locale): string {
  if (measure === 'size') return formatByteChange(change, locale);
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${formatValue(Math.abs(change), measure, locale)}`;
}

/** The labels of an axis. */
export function formatSteps(values: readonly number[], measure: Measure, locale: Locale): string[] {
  if (measure === 'size') return formatByteSteps(values, locale);
  return values.map((value) => (Number.isInteger(value) ? formatValue(value, measure, locale) : ''));
}
