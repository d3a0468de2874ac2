import { expect, it } from 'vitest';
import { Damaged } from '../bytes/index.ts';
import { LongTexts } from './long-texts.ts';
import { Marks } from './marks.ts';
import { wholeNumbers } from './owned.ts';
import { Pairs } from './pairs.ts';

it('cuts a range where it is marked', () => {
  const marks = new Marks(200);
  for (const at of [3, 31, 32, 64, 199, 32]) marks.mark(at);
  expect(marks.tally()).toBe(5);
  expect([0, 3, 4, 32, 33, 199, 200].map((at) => marks.before(at))).toEqual([0, 0, 1, 2, 3, 4, 5]);
  expect(marks.cut()).toBe(5);
  expect([...marks.starts]).toEqual([3, 31, 32, 64, 199, 200]);
  expect([0, 3, 30, 31, 32, 63, 64, 198, 199].map((at) => marks.pieceAt(at))).toEqual([
    -1, 0, 0, 1, 2, 2, 3, 3, 4,
  ]);
  expect([marks.isMarked(31), marks.isMarked(33)]).toEqual([true, false]);
});

it('groups pairs, and refuses more than a program has', () => {
  const pairs = new Pairs(65_536);
  for (const [from, to] of [
    [2, 7],
    [0, 5],
    [2, 6],
  ] as const)
    pairs.add(from, to);
  const { begins, to } = pairs.groupByFrom(3);
  expect([0, 1, 2].map((from) => [...to.subarray(begins[from], begins[from + 1])])).toEqual([
    [5],
    [],
    [7, 6],
  ]);
  pairs.keep((each) => each !== 5);
  expect(pairs.length).toBe(2);
  expect(() => {
    for (let i = 0; i < 65_536; i++) pairs.add(0, 0);
  }).toThrow(Damaged);
});

it('keeps long texts whole, the longer of two that overlap', () => {
  const texts = new LongTexts();
  texts.add(1000, 5000, 10_000);
  texts.add(1500, 2000, 10_000);
  texts.add(7000, 2000, 10_000);
  texts.add(7000, 5000, 10_000); // ends behind its region
  texts.add(0, 100, 10_000); // short
  // Often referred to: the type and the length in `make([]byte, 10_000)`.
  texts.add(20_000, 10_000, 40_000);
  texts.add(25_000, 3000, 40_000);
  const referred = new Marks(40_000);
  for (let at = 20_000; at < 25_000; at += 100) referred.mark(at);
  texts.settle(referred);
  expect([999, 1000, 1001, 5999, 6000, 7001, 50, 24_000, 25_001].map((at) => texts.isInside(at))).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
    false,
    false,
    true,
  ]);
});

it.each([
  [
    [0.5, 0.5],
    [1, 0],
  ],
  [
    [1 / 3, 1 / 3, 1 / 3],
    [1, 0, 0],
  ],
  [
    [1.25, 2.5, 0.25],
    [1, 3, 0],
  ],
  [
    [2, 0],
    [2, 0],
  ],
  [[], []],
])('rounds %j to %j', (parts, whole) => {
  expect(wholeNumbers(parts)).toEqual(whole);
});
