import type { Comparison } from '../comparison.ts';
import type { ImageComparison } from '../image-comparison.ts';
import { changedLayers, layerName } from './image-tables.ts';

/**
 * A comparison as CSV (RFC 4180): of two images, a row for each layer and file that differs; of two programs one for each package that changed or moved, with its module, its bytes on both sides
 * and the change in bytes. Packages that moved are in one row, by their new names. Pure.
 */
export function comparisonCsv({ packages, moves, images }: Comparison): string {
  if (images) return imageCsv(images);
  const moved = moves
    .filter(({ kind }) => kind === 'package')
    .map(({ to, ...delta }) => ({ ...delta, name: to.join(' '), module: null }));
  const rows = [...packages, ...moved]
    .toSorted((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0))
    .map(({ module, name, a, b, change }) => [
      csvCell(module ?? ''),
      csvCell(name),
      a ?? 0,
      b ?? 0,
      change ?? '',
    ]);
  return csvLines([['module', 'package', 'bytes_a', 'bytes_b', 'change'], ...rows]);
}

function imageCsv(images: ImageComparison): string {
  const layers = changedLayers(images).map((row) => [
    'layer',
    csvCell(layerName(row)),
    row.inA ? (row.inB ? 'changed' : 'removed') : 'added',
    row.a ?? '',
    row.b ?? '',
    row.change ?? '',
  ]);
  const files = (images.files?.rows ?? []).map(({ path, how, a, b }) => [
    'file',
    csvCell(path),
    how,
    a ?? '',
    b ?? '',
    (b ?? 0) - (a ?? 0),
  ]);
  return csvLines([['kind', 'name', 'how', 'bytes_a', 'bytes_b', 'change'], ...layers, ...files]);
}

/** Rows of CSV, each ended as RFC 4180 wants it. Pure. */
export function csvLines(rows: readonly (string | number)[][]): string {
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}

/** A text as a cell of CSV. Quoted where it has to be; a spreadsheet takes none for a formula, since names come from programs. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
