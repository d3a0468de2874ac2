import type { Comparison } from '../comparison.ts';

/**
 * A comparison as CSV (RFC 4180): one row for each package that changed or moved, with its module, its bytes on both sides
 * and the change in bytes. Packages that moved are in one row, by their new names. Pure.
 */
export function comparisonCsv({ packages, moves }: Comparison): string {
  const moved = moves
    .filter(({ kind }) => kind === 'package')
    .map(({ to, ...delta }) => ({ ...delta, name: to.join(' '), module: null }));
  const rows = [...packages, ...moved]
    .toSorted((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0))
    .map(({ module, name, a, b, change }) => [cell(module ?? ''), cell(name), a ?? 0, b ?? 0, change ?? '']);
  return [['module', 'package', 'bytes_a', 'bytes_b', 'change'], ...rows]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');
}

/** Quoted where it has to be; a spreadsheet takes none for a formula, since names come from programs. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
