import { describe, expect, it } from 'vitest';
import { layout } from '#contract/report/layout';
import { neighbour } from './neighbour.ts';

const box = (name: string, left: number, top: number, right: number, bottom: number) => ({
  name,
  left,
  top,
  right,
  bottom,
});

/*
 *  a a b
 *  a a c
 *  d e e
 */
const areas = [
  box('a', 0, 0, 20, 20),
  box('b', 20, 0, 30, 10),
  box('c', 20, 10, 30, 20),
  box('d', 0, 20, 10, 30),
  box('e', 10, 20, 30, 30),
];

describe('neighbour', () => {
  it.each([
    ['a', 'right', 'b'],
    ['a', 'down', 'd'],
    ['a', 'left', undefined],
    ['a', 'up', undefined],
    ['b', 'down', 'c'],
    ['c', 'left', 'a'],
    ['c', 'up', 'b'],
    ['c', 'down', 'e'],
    ['d', 'right', 'e'],
    ['d', 'up', 'a'],
    ['e', 'left', 'd'],
  ] as const)('from %s %s: %s', (from, direction, to) => {
    const start = areas.find(({ name }) => name === from);
    expect(start && neighbour(areas, start, direction)?.name).toBe(to);
  });

  it('reaches every area from the first one', () => {
    const parts = Array.from({ length: 120 }, (_, index) => ({
      bytes: 5 + ((index * 7919) % 1000),
      parts: [],
    }));
    const placed = layout(parts, 900, 400);
    const seen = new Set(placed.slice(0, 1));
    for (const area of seen) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbour(placed, area, direction);
        if (next) seen.add(next);
      }
    }
    expect(seen.size).toBe(placed.length);
  });
});
