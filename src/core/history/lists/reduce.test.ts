import { expect, it } from 'vitest';
import { seededRandom } from '#testing/random';
import { reduced } from './reduce.ts';

const random = seededRandom(7);
const values = (count: number, marked: (at: number) => boolean) =>
  Array.from({ length: count }, (_, at) => ({ value: Math.floor(random() * 1e6), marked: marked(at) }));

it('keeps all of a few', () => {
  expect(
    reduced(
      values(5, () => true),
      10,
    ),
  ).toEqual([0, 1, 2, 3, 4]);
  expect(reduced([], 10)).toEqual([]);
});

it.each([
  ['none is marked', () => false],
  ['some are marked', (at: number) => at % 997 === 3],
  ['all are marked', () => true],
])('keeps ends, extremes and marked ones, and never more than there is room for: %s', (_, isMarked) => {
  for (const max of [10, 11, 200, 2000]) {
    const all = values(9000, isMarked);
    const kept = reduced(all, max);
    expect(kept.length).toBeLessThanOrEqual(max);
    expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
    expect([kept[0], kept.at(-1)]).toEqual([0, 8999]);
    const value = (at: number) => all[at]?.value ?? 0;
    expect(Math.max(...kept.map(value))).toBe(Math.max(...all.map((each) => each.value)));
    expect(Math.min(...kept.map(value))).toBe(Math.min(...all.map((each) => each.value)));
    const marked = all.flatMap((each, at) => (each.marked ? at : []));
    if (marked.length < max / 2 - 2) expect(kept).toEqual(expect.arrayContaining(marked));
  }
});

it('passes over values that are not known', () => {
  const all = Array.from({ length: 1000 }, (_, at) => ({
    value: at === 501 ? 7 : at % 10 === 3 ? 5 : null,
    marked: false,
  }));
  const kept = reduced(all, 20);
  expect(kept).toContain(501);
  expect(kept.filter((at) => all[at]?.value !== null).length).toBeGreaterThan(8);
});
