import type { BuildOrder } from '#contract/build-list';

/** The columns that can be chosen, in their order. The id, the name and the menu are always there. */
export const columns = [
  'go',
  'target',
  'branch',
  'commit',
  'flags',
  'by',
  'note',
  'bytes',
  'change',
  'duration',
  'started',
] as const;
export type Column = (typeof columns)[number];

export const defaultColumns: readonly Column[] = columns.filter((each) => each !== 'by' && each !== 'note');

/** In CSS pixels, with the padding. */
export const widths: Readonly<Record<Column | 'choose' | 'id' | 'menu', number>> = {
  choose: 34,
  id: 66,
  go: 84,
  target: 112,
  branch: 110,
  commit: 92,
  flags: 130,
  by: 100,
  note: 160,
  bytes: 84,
  change: 86,
  duration: 80,
  started: 118,
  menu: 44,
};

/** What the column of ids needs, in CSS pixels, for ids of up to `length` characters. Pure. */
export function idWidth(length: number): number {
  return Math.max(widths.id, 20 + 9 * length);
}

/** What the name gets at least, before other columns give way. */
const minNameWidth = 190;

/** The columns that give way in a narrow window, the first one first. The size and the time stay. */
const givesWay: readonly Column[] = [
  'by',
  'flags',
  'commit',
  'note',
  'branch',
  'duration',
  'target',
  'go',
  'change',
];

/** What lists are sorted by when the heading of a column is clicked; null: by nothing. */
export const orderOf: Readonly<Record<Column, BuildOrder['by'] | null>> = {
  go: 'go',
  target: 'target',
  branch: 'branch',
  commit: 'commit',
  flags: null,
  by: 'by',
  note: null,
  bytes: 'bytes',
  change: 'change',
  duration: 'duration',
  started: 'started',
};

/** Whether the values are numbers or moments, which are aligned at the right. */
export function isNumeric(column: Column): boolean {
  return ['bytes', 'change', 'duration', 'started'].includes(column);
}

/**
 * Of the chosen columns, those that fit into a table of this width with ids of up to `idLength` characters. The values of the others go below the name, or below
 * the size. Pure.
 */
export function columnsThatFit(chosen: readonly Column[], width: number, idLength = 0): Column[] {
  const fit = new Set(chosen);
  let rest = width - widths.choose - idWidth(idLength) - widths.menu - minNameWidth;
  for (const column of fit) rest -= widths[column];
  for (const column of givesWay) {
    if (rest >= 0) break;
    if (fit.delete(column)) rest += widths[column];
  }
  return columns.filter((column) => fit.has(column));
}

/** The columns in a stored choice that anybody may have written; the default without one. Pure. */
export function readColumns(stored: readonly string[] | null): readonly Column[] {
  return stored === null ? defaultColumns : columns.filter((column) => stored.includes(column));
}
