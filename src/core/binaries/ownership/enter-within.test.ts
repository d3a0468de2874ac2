import { expect, it } from 'vitest';
import { enterWithin } from './enter-within.ts';
import { Ledger } from './ledger.ts';

it('leaves out what claims more of a bucket than it has', () => {
  const ledger = new Ledger();
  ledger.add('a', 'data', 6);
  const buckets = [
    { name: 'data' as const, bytes: 10 },
    { name: 'types' as const, bytes: 4 },
  ];
  enterWithin(ledger, buckets, [
    { path: 'a', bucket: 'data', bytes: 3, basis: 'byReference' },
    { path: 'b', bucket: 'data', bytes: 2, basis: 'byReference' },
    { path: 'b', bucket: 'types', bytes: 4, basis: 'exact' },
  ]);
  expect([ledger.total('data'), ledger.total('types')]).toEqual([6, 4]);
});
