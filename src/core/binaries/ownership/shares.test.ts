import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { shares } from './shares.ts';

it('divides bytes in proportion, to the byte', () => {
  const weights = new Map([
    ['a', 1],
    ['b', 1],
    ['c', 2],
  ]);
  expect([...shares(10, weights)]).toEqual([
    ['a', 3],
    ['b', 2],
    ['c', 5],
  ]);
  expect(shares(10, new Map()).size).toBe(0);
  expect(shares(10, new Map([['a', 0]])).size).toBe(0);
});

it('leaves no byte and gives nobody a byte too much', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.dictionary(fc.string(), fc.nat({ max: 1_000_000 }), { minKeys: 1 }),
      (bytes, dictionary) => {
        const weights = new Map(Object.entries(dictionary));
        const sum = weights.values().reduce((total, each) => total + each, 0);
        fc.pre(sum > 0);
        const parts = shares(bytes, weights);
        expect(parts.values().reduce((total, each) => total + each, 0)).toBe(bytes);
        for (const [name, part] of parts) {
          expect(Math.abs(part - (bytes * (weights.get(name) ?? 0)) / sum)).toBeLessThan(1);
        }
      },
    ),
  );
});
