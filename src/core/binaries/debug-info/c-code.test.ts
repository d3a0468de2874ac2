import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cRows } from './c-code.ts';

const around = [
  { start: 100, end: 200 },
  { start: 500, end: 600 },
];

it('divides the code of C among source files, and keeps the rest in one row', () => {
  const units = [
    { file: '/src/a.c', start: 100, end: 150 },
    { file: 'lib/b.c', start: 500, end: 520 },
    { file: '/other/a.c', start: 520, end: 530 },
    // Go's own code is between the two places.
    { file: 'go.go', start: 200, end: 500 },
  ];
  expect(cRows(units, around, 200)).toEqual(
    new Map([
      ['(C) a.c', 60],
      ['(C) b.c', 20],
      ['(C)', 120],
    ]),
  );
});

it('knows how much it is without any unit', () => {
  expect(cRows([], around, 200)).toEqual(new Map([['(C)', 200]]));
});

it('never counts a byte twice', () => {
  const unit = fc.record({
    file: fc.constantFrom('', 'a.c', 'b.c'),
    start: fc.nat({ max: 700 }),
    end: fc.nat({ max: 700 }),
  });
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const rows = cRows(units, around, 200);
      expect(rows.values().reduce((sum, bytes) => sum + bytes, 0)).toBe(200);
      expect(rows.values().every((bytes) => bytes > 0)).toBe(true);
    }),
  );
});
