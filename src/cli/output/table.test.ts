import { expect, it } from 'vitest';
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
