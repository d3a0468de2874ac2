import type { Comparison } from '../comparison.ts';
import type { Delta } from '../delta.ts';
import type { FileChange, ImageComparison, LayerRow, ProgramRow, WasteRow } from '../image-comparison.ts';
import { layerLabel, stepLine } from '../image-step.ts';
import type { Locale } from '../locale.ts';
import { type ImageReportTexts, imageReportTexts } from './image-texts.ts';

/** A row of a report: a name, what is said of it, and its sizes. */
export interface ReportRow {
  name: string;
  note: string;
  /** null: it has no size. */
  delta: Delta | null;
}

export interface ReportTable {
  title: string;
  rows: ReportRow[];
}

/** As much of a step as a row can have, in characters. */
const maxStep = 100;
const noSizes: Delta = { a: null, b: null, change: null, percent: null };

/** What differs between two images as tables with the largest change first; those without rows are left out. Pure. */
export function imageTables({ images, measure }: Comparison, locale: Locale): ReportTable[] {
  if (!images) return [];
  const texts = imageReportTexts[locale];
  const tables = [
    { title: texts.programs, rows: (images.programs ?? []).filter(({ same }) => !same).map(programRow) },
    { title: texts.layers, rows: changedLayers(images).map((row) => layerRow(row, measure, texts)) },
    { title: texts.files, rows: (images.files?.rows ?? []).map((row) => fileRow(row, texts)) },
    { title: texts.waste, rows: (images.waste?.rows ?? []).map((row) => wasteRow(row, texts)) },
    {
      title: texts.packages,
      rows: (images.packages ?? []).map(({ name, a, b, bytes }) => ({
        name,
        note:
          a === null ? `${b} ${texts.how.added}` : b === null ? `${a} ${texts.how.removed}` : `${a} → ${b}`,
        delta: { ...noSizes, change: bytes },
      })),
    },
    {
      title: texts.config,
      rows: (images.config ?? []).map(({ name, key, a, b }) => ({
        name: `${texts.setting[name]} ${key}`.trim(),
        note: `${a || texts.notSet} → ${b || texts.notSet}`,
        delta: null,
      })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** The layers that are larger or smaller on one side, or of which that is not known; largest change first. Pure. */
export function changedLayers({ layers }: Pick<ImageComparison, 'layers'>): LayerRow[] {
  return layers
    .filter(({ change }) => change !== 0)
    .toSorted((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0));
}

/** The step of a layer in one line, or its diff id. Pure. */
export function layerName({ inA, inB }: Pick<LayerRow, 'inA' | 'inB'>): string {
  return layerLabel(inB ?? inA ?? { step: null, diffId: '' }, maxStep);
}

function layerRow(row: LayerRow, headline: Comparison['measure'], texts: ImageReportTexts): ReportRow {
  const how = row.inA ? (row.inB ? '' : texts.how.removed) : texts.how.added;
  const measure = row.measure && row.measure !== headline ? texts.measure[row.measure] : '';
  const differ = row.measure === null && row.a !== null && row.b !== null ? texts.notComparable : '';
  return { name: layerName(row), note: [how, measure, differ].filter(Boolean).join(', '), delta: row };
}

function fileRow({ path, how, from, a, b, metadata }: FileChange, texts: ImageReportTexts): ReportRow {
  const differing = metadata.map((each) => `${texts.metadata[each.name]} ${each.a} → ${each.b}`);
  const what =
    how === 'changed' || how === 'metadata' ? [] : [from === null ? texts.how[how] : texts.movedFrom(from)];
  return { name: path, note: [...what, ...differing].join(', '), delta: sizes(a, b) };
}

function wasteRow({ path, bytes, side, stored, hidden }: WasteRow, texts: ImageReportTexts): ReportRow {
  const step = (text: string | null) => stepLine(text ?? texts.unknownStep, maxStep / 2);
  return {
    name: path,
    note: texts.hides(step(stored), step(hidden)),
    delta: side === 'a' ? sizes(bytes, null) : sizes(null, bytes),
  };
}

function programRow({ a, b }: ProgramRow): ReportRow {
  const go = [...new Set([a?.goVersion, b?.goVersion].flatMap((each) => each ?? []))];
  const paths = [...new Set([a?.path, b?.path].flatMap((each) => each ?? []))];
  return {
    name: paths.join(' → '),
    note: go.length === 0 ? '' : `Go ${go.map((each) => each.replace(/^go/, '')).join(' → ')}`,
    delta: sizes(a?.bytes ?? null, b?.bytes ?? null),
  };
}

/** Of a part: what a side does not have counts as nothing. */
function sizes(a: number | null, b: number | null): Delta {
  const change = (b ?? 0) - (a ?? 0);
  return { a, b, change, percent: a ? (change / a) * 100 : null };
}
