import { fields, type Measure } from './measure.ts';
import type { Range } from './range.ts';

/** What of the trend stands in the address. */
export interface TrendSearch {
  /** The number of the series; the most recent one of a program if undefined. */
  series?: number;
  /** What is drawn; the size if undefined. */
  draw?: Exclude<Measure, 'size'>;
  /** The positions that are shown: `120-340`; all if undefined. */
  zoom?: string;
  /** Whether a table is shown instead of the chart. */
  table?: true;
}

/** What is chosen for the trend. */
export interface TrendChoice {
  series: number | undefined;
  measure: Measure;
  /** null: all builds. */
  range: Range | null;
  asTable: boolean;
}

/** Reads the trend's search parameters; what makes no sense is left out. Pure. */
export function readTrendSearch({ series, draw, zoom, table }: Record<string, unknown>): TrendSearch {
  return {
    ...(typeof series === 'number' && Number.isInteger(series) ? { series } : {}),
    ...(isDrawn(draw) ? { draw } : {}),
    ...(typeof zoom === 'string' && /^\d{1,9}-\d{1,9}$/.test(zoom) ? { zoom } : {}),
    ...(table === true ? { table } : {}),
  };
}

function isDrawn(draw: unknown): draw is Exclude<Measure, 'size'> {
  return draw !== 'size' && typeof draw === 'string' && Object.hasOwn(fields, draw);
}

/** What search parameters choose. Pure. */
export function choiceOf({ series, draw, zoom, table }: TrendSearch): TrendChoice {
  const [from, to] = zoom?.split('-').map(Number) ?? [];
  return {
    series,
    measure: draw ?? 'size',
    range: from === undefined || to === undefined ? null : { from, to },
    asTable: table ?? false,
  };
}

/** The search parameters of a choice. Pure. */
export function searchOf({ series, measure, range, asTable }: TrendChoice): TrendSearch {
  return {
    ...(series === undefined ? {} : { series }),
    ...(measure === 'size' ? {} : { draw: measure }),
    ...(range === null ? {} : { zoom: `${range.from}-${range.to}` }),
    ...(asTable ? { table: true } : {}),
  };
}
