import { expect, it } from 'vitest';
import type { Bucket } from '#contract/binaries';
import { detailOf, programRecord } from '#testing/example-builds';
import { bucketMoves, typesMoved } from './bucket-moves.ts';

it.each([
  ['go1.26.7', 'go1.27.0', true],
  ['go1.27rc1', 'go1.24.9', true],
  ['go1.24.9', 'go1.26.7', false],
  ['go1.27.0', 'go1.28.1', false],
  ['devel go1.28-0123abc', 'go1.26.1', false],
  [null, 'go1.27.0', false],
])('%s and %s: %s', (a, b, moved) => {
  expect(typesMoved({ goVersion: a }, { goVersion: b })).toBe(moved);
});

const program = (goVersion: string, types: number, data: number) =>
  detailOf(
    'b1',
    programRecord({
      goVersion,
      buckets: [
        { name: 'types', bytes: types },
        { name: 'read-only-data', bytes: data },
      ] satisfies Bucket[],
    }),
  );

it('tells how many bytes are stored elsewhere, and the change of both together', () => {
  const [old, now] = [program('go1.26.7', 20_000, 2_000_000), program('go1.27.1', 1_060_000, 970_000)];
  const shift = { kind: 'bucket', moved: 1_040_000, withModule: false };
  expect(bucketMoves(old, now)).toEqual([
    {
      ...shift,
      from: ['read-only-data'],
      to: ['types'],
      a: 2_020_000,
      b: 2_030_000,
      change: 10_000,
      percent: expect.any(Number),
    },
  ]);
  expect(bucketMoves(now, old)).toEqual([
    {
      ...shift,
      from: ['types'],
      to: ['read-only-data'],
      a: 2_030_000,
      b: 2_020_000,
      change: -10_000,
      percent: expect.any(Number),
    },
  ]);
  expect(bucketMoves(old, old)).toEqual([]);
});

it('tells of no move where no byte was', () => {
  expect(bucketMoves(program('go1.26.7', 0, 2_000), program('go1.27.1', 0, 3_000))).toEqual([]);
});
