import { expect, test } from 'vitest';
import { columns, columnsThatFit, defaultColumns, idWidth, readColumns } from './columns.ts';

test.each([
  [1152, defaultColumns.filter((each) => each !== 'flags')],
  [736, ['go', 'bytes', 'change', 'started']],
  [542, ['bytes', 'started']],
  [0, ['bytes', 'started']],
  [4000, defaultColumns],
])('in a table %d pixels wide', (width, expected) => {
  expect(columnsThatFit(defaultColumns, width)).toEqual(expected);
});

test('longer ids get more room, which other columns may have to give', () => {
  expect([4, 6, 7, 8].map(idWidth)).toEqual([66, 74, 83, 92]);
  expect(columnsThatFit(defaultColumns, 736, 12)).toEqual(['bytes', 'change', 'started']);
});

test('a column that was not chosen is not shown, however wide the table is', () => {
  expect(columnsThatFit(['started', 'note'], 4000)).toEqual(['note', 'started']);
});

test.each([
  [null, defaultColumns],
  [[], []],
  [
    ['started', 'go', 'go', 'nonsense', '__proto__'],
    ['go', 'started'],
  ],
  [[...columns], columns],
])('the stored choice %j', (stored, expected) => {
  expect(readColumns(stored)).toEqual(expected);
});
