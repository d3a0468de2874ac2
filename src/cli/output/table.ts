import { eastAsianWidth } from 'get-east-asian-width';
import { stripVTControlCharacters } from 'node:util';

/** Terminal cells that text takes: Chinese characters take two, colours none. Cells hold words, never emoji. */
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
 * Lays rows out under their titles, two spaces apart, numbers to the right. Widths are counted in terminal cells,
 * so Chinese text and coloured text line up too. Trailing spaces are left out.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = columns.some((column) => column.title)
    ? [columns.map((column) => column.title), ...rows]
    : rows;
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

/** Names and values, one pair a line. */
export function pairs(rows: readonly (readonly [string, string])[]): string {
  return table([{ title: '' }, { title: '' }], rows);
}
