import { eastAsianWidth } from 'get-east-asian-width';
import { stripVTControlCharacters } from 'node:util';

/** The width of text in terminal cells: a Chinese character takes two, a colour none. Emoji are not supported. */
export function cells(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text))
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** Before the lines after the first one of a cell, so that they are not taken for rows. */
const indent = '  ';

/** A column as it would like to be, and as narrow as it can be, in cells. One of numbers only has a title to divide. */
interface Wish {
  wanted: number;
  min: number;
  isNumbers: boolean;
}

/**
 * The widths of columns that fit into `width` together, with `gap` cells between two. The titles of numbers give way first, then the
 * widest text; none is narrower than its `min`, so that the rows of some tables are still too long. Pure.
 */
export function fittedWidths(columns: readonly Wish[], width: number, gap: number): number[] {
  const widths = columns.map(({ wanted }) => wanted);
  let excess = widths.reduce((sum, each) => sum + each, gap * (widths.length - 1)) - width;
  for (const isNumbers of [true, false]) {
    for (; excess > 0; excess--) {
      let widest = -1;
      for (const [at, column] of columns.entries()) {
        const each = widths[at] ?? 0;
        if (column.isNumbers === isNumbers && each > column.min && each > (widths[widest] ?? 0)) widest = at;
      }
      if (widest < 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
}

/** How narrow a cell can be: as its longest piece. Pure. */
export function narrowest(cell: string): number {
  const [first = '', ...others] = pieces(plainPart(cell)?.text ?? cell).map((piece) => piece.trimEnd());
  return others.reduce((width, piece) => Math.max(width, indent.length + cells(piece)), cells(first));
}

/** How narrow the title of numbers can be, which has at most two lines. Pure. */
export function narrowestTitle(title: string): number {
  let width = cells(title);
  while (wrapped(title, width - 1).length === 2) width -= 1;
  return width;
}

/** The lines of a cell in a column of this width. Between words, and after the slashes of a path, a line may end. Pure. */
export function wrapped(cell: string, width: number): string[] {
  const painted = plainPart(cell);
  if (cells(cell) <= width || !painted) return [cell];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(painted.text)) {
    if (line.trim() !== '' && cells((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].map((each) => painted.begin + each + painted.end);
}

// oxlint-disable-next-line no-control-regex
const ofOneColour = /^((?:\u001B\[[\d;]*m)*)([^\u001B]*)((?:\u001B\[[\d;]*m)*)$/;

/** A text and the colour around it; null: it has several colours, and cannot be divided. */
function plainPart(cell: string): { begin: string; text: string; end: string } | null {
  const [, begin = '', text = '', end = ''] = ofOneColour.exec(cell) ?? [];
  return begin + text + end === cell ? { begin, text, end } : null;
}

/** Each with what follows it. Two blanks are a part of the text, as between the number of a layer and its step. */
function pieces(text: string): string[] {
  return text.match(/\/*[^\s/]*(?:\/+|\s+|$)/g)?.filter((piece) => piece !== '') ?? [];
}
