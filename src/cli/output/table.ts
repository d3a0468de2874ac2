import { cells, fittedWidths, narrowest, narrowestTitle, wrapped } from './fit-columns.ts';

export { cells } from './fit-columns.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

const gap = 2;

/** The width of the terminal, if stdout is one that says it. */
function terminalWidth(): number {
  return (process.stdout.isTTY && process.stdout.columns) || Infinity;
}

/**
 * Formats rows below their titles, with two spaces between columns. Widths are counted in terminal cells, so Chinese
 * and coloured text is aligned too. There are no trailing spaces, and a row is one line whatever a cell holds, unless the table is
 * wider than `width`: then texts continue below.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = terminalWidth(),
): string {
  const titles = columns.map((column) => column.title);
  const cellRows = rows.map((row) => row.map((cell) => cell.replace(/\s*[\r\n]\s*/g, ' ')));
  const lines = titles.some(Boolean) ? [titles, ...cellRows] : cellRows;
  const widths = columnWidths(columns, lines, width);
  return lines
    .flatMap((line) => {
      const parts = columns.map((_, index) => wrapped(line[index] ?? '', widths[index] ?? 0));
      const height = Math.max(...parts.map((part) => part.length));
      return Array.from({ length: height }, (_, at) => parts.map((part) => part[at] ?? ''));
    })
    .map((line) =>
      columns
        .map((column, index) => {
          const isNumber = column.align === 'right';
          const cell = isNumber ? (line[index] ?? '').trimStart() : (line[index] ?? '');
          const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - cells(cell)));
          return isNumber ? space + cell : cell + space;
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    )
    .join('\n');
}

function columnWidths(
  columns: readonly Column[],
  lines: readonly (readonly string[])[],
  width: number,
): number[] {
  const widest = (index: number, of: (cell: string, row: number) => number) =>
    lines.reduce((known, line, row) => Math.max(known, of(line[index] ?? '', row)), 0);
  const wanted = columns.map((_, index) => widest(index, cells));
  if (wanted.reduce((sum, each) => sum + gap + each, -gap) <= width) return wanted;
  const wishes = columns.map(({ align, title }, index) => ({
    wanted: wanted[index] ?? 0,
    // Of numbers, only the title may have several lines.
    isNumbers: align === 'right',
    min: widest(index, (cell, row) => {
      if (align !== 'right') return narrowest(cell);
      return row === 0 && cell === title ? narrowestTitle(cell) : cells(cell);
    }),
  }));
  return fittedWidths(wishes, width, gap);
}

/** Formats names and values, one pair per line. */
export function pairs(rows: readonly (readonly [string, string])[]): string {
  return table([{ title: '' }, { title: '' }], rows);
}
