import { expect, it } from 'vitest';
import { narrowest } from './fit-columns.ts';
import { pairs, table } from './table.ts';

it('lines up columns, numbers to the right', () => {
  const text = table(
    [{ title: 'Version' }, { title: 'Size', align: 'right' }],
    [
      ['go1.26.1', '9 MB'],
      ['go1.9', '14.2 MB'],
    ],
  );
  expect(text).toBe('Version      Size\ngo1.26.1     9 MB\ngo1.9     14.2 MB');
});

it('counts a Chinese character as two cells', () => {
  expect(
    pairs([
      ['处理器', 'a'],
      ['os', 'b'],
    ]),
  ).toBe('处理器  a\nos      b');
});

const columns = [{ title: 'Layer' }, { title: 'Bytes of files', align: 'right' as const }];
const rows = [
  ['1  RUN echo one two three', '2.5 MB'],
  ['2  COPY /usr/local/bin/server /x', '0 B'],
];

it.each([
  [
    80,
    [
      'Layer                             Bytes of files',
      '1  RUN echo one two three                 2.5 MB',
      '2  COPY /usr/local/bin/server /x             0 B',
    ],
  ],
  [
    30,
    [
      'Layer                 Bytes of',
      '                         files',
      '1  RUN echo one two     2.5 MB',
      '  three',
      '2  COPY /usr/local/        0 B',
      '  bin/server /x',
    ],
  ],
  // As narrow as its longest words and numbers.
  [1, expect.objectContaining({ length: 13 })],
])('fits into a terminal of %i columns', (width, expected) => {
  expect(table(columns, rows, width).split('\n')).toEqual(expected);
});

it('keeps the colour of a cell that continues below', () => {
  const red = '\u001B[31;1;2m';
  const end = '\u001B[39;1;2m';
  expect(table([{ title: '' }, { title: '' }], [['a', `${red}one two${end}`]], 8)).toBe(
    `a  ${red}one${end}\n   ${red}  two${end}`,
  );
});

it('has as many rows, and words in a cell, as there are', () => {
  const many = Array.from({ length: 130_000 }, () => ['b']);
  expect(table([{ title: '' }], many).split('\n')).toHaveLength(130_000);
  expect(narrowest('a '.repeat(130_000))).toBe(3);
});
