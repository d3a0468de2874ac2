import { expect, it } from 'vitest';
import { barScale } from './bar-scale.ts';
import type { GrowthRow } from './rows.ts';

const row = (change: number | null, ...rows: GrowthRow[]): GrowthRow => ({
  key: '',
  kind: 'packages',
  name: '',
  from: [],
  versions: null,
  a: null,
  b: null,
  change,
  rows,
});

it.each([
  ['growth and shrinkage share the width', [row(300), row(-100)], { zero: 25, perByte: 0.25 }],
  ['what is in a row counts', [row(0, row(50), row(-50))], { zero: 50, perByte: 1 }],
  ['growth alone', [row(94)], { zero: 6, perByte: 1 }],
  ['shrinkage alone', [row(-188)], { zero: 94, perByte: 0.5 }],
  ['nothing', [row(0), row(null)], { zero: 50, perByte: 0 }],
])('%s', (_, rows, scale) => {
  expect(barScale(rows)).toEqual(scale);
});
