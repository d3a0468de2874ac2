import type { Build } from '#contract/build';
import type { TrendPoint } from '#contract/build-list';
import type { Locale } from '#contract/locale';
import { formatByteChange, formatBytes, formatByteSteps, formatDuration } from '#contract/units';

/** What a trend shows of its builds: of programs, and of images. `files` and `compressed` are what was read of an image. */
export const measuresOf = {
  program: ['size', 'time', 'packages'],
  image: ['size', 'files', 'compressed'],
} as const satisfies Record<Build['kind'], readonly string[]>;
export type Measure = (typeof measuresOf)[Build['kind']][number];

/** The field of a trend's values, as it is asked for. */
export const fields = {
  size: 'bytes',
  time: 'durationMs',
  packages: 'packages',
  files: 'readFileBytes',
  compressed: 'readCompressedBytes',
} as const satisfies Record<Measure, string>;

/** The measure that is drawn of a series: the wanted one, or the size if builds of its kind have none such. */
export function measureFor(kind: Build['kind'], wanted: Measure): Measure {
  return measuresOf[kind].find((each) => each === wanted) ?? 'size';
}

/** Bytes, ms, or the number of packages; null: not known. */
export function valueOf(point: TrendPoint, measure: Measure): number | null {
  if (measure === 'files') return point.image?.readFileBytes ?? null;
  if (measure === 'compressed') return point.image?.readCompressedBytes ?? null;
  return point[fields[measure]];
}

/** How many modules of a program, or layers of an image, are others than before; null: not known. */
export function partChanges({ moduleChanges, image }: TrendPoint): number | null {
  return image ? image.layerChanges : moduleChanges;
}

function isBytes(measure: Measure): boolean {
  return measure !== 'time' && measure !== 'packages';
}

/** A value with its unit; packages have none. */
export function formatValue(value: number, measure: Measure, locale: Locale): string {
  if (isBytes(measure)) return formatBytes(value, locale);
  return measure === 'time' ? formatDuration(value, locale) : value.toLocaleString(locale);
}

/** A change with its sign. */
export function formatChange(change: number, measure: Measure, locale: Locale): string {
  if (isBytes(measure)) return formatByteChange(change, locale);
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${formatValue(Math.abs(change), measure, locale)}`;
}

/** The labels of an axis. */
export function formatSteps(values: readonly number[], measure: Measure, locale: Locale): string[] {
  if (isBytes(measure)) return formatByteSteps(values, locale);
  return values.map((value) => (Number.isInteger(value) ? formatValue(value, measure, locale) : ''));
}
