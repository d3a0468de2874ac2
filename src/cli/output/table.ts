import { eastAsianWidth } from 'get-east-asian-width';
import { stripVTControlCharacters } from 'node:util';

/** The width of text in terminal cells: a Chinese character takes two, a colour none. Emoji are not supported. */
export function cells(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text))
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/**
 * Formats rows below their titles, with two spaces between columns. Widths are counted in terminal cells, so Chinese
 * and coloured text is aligned too. There are no trailing spaces, and a row is one line whatever a cell holds.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cellRows = rows.map((row) => row.map((cell) => cell.replace(/\s*[\r\n]\s*/g, ' ')));
  const lines = columns.some((column) => column.title)
    ? [columns.map((column) => column.title), ...cellRows]
    : cellRows;
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => cells(line[index] ?? ''))));
  return lines
    .map((line) =>
      columns
        .map((column, index) => {
          const cell = line[index] ?? '';
          const space = ' '.repeat((widths[index] ?? 0) - cells(cell));
          return column.align === 'right' ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Formats names and values, one pair per line. */
export function pairs(rows: readonly (readonly [string, string])[]): string {
  return table([{ title: '' }, { title: '' }], rows);
}
