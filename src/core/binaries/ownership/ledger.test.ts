import { expect, it } from 'vitest';
import { Ledger, joinPackages, settle } from './ledger.ts';

const part = (bucket: string, bytes: number, byReference = 0, byShare = 0) => ({
  bucket,
  bytes,
  byReference,
  byShare,
});

it('adds up what packages own, largest first', () => {
  const ledger = new Ledger();
  ledger.addFunctions('a', 1, 10);
  ledger.add('a', 'function-tables', 100);
  ledger.addFunctions('b', 1, 30);
  ledger.add('b', 'function-tables', 100);
  ledger.addFunctions('a', 1, 5);
  ledger.add('a', 'function-tables', 100);
  ledger.add('a', 'read-only-data', 7, 'byReference');
  ledger.add('b', 'function-tables', 3, 'byShare');
  ledger.addInlined('b', 'a', 4);
  expect(ledger.total('code')).toBe(45);
  expect(ledger.packages()).toEqual([
    {
      path: 'a',
      functions: 2,
      codeBytes: 15,
      bytes: 222,
      parts: [part('code', 15), part('function-tables', 200), part('read-only-data', 7, 7)],
      inlinedIn: 4,
      inlinedOut: null,
    },
    {
      path: 'b',
      functions: 1,
      codeBytes: 30,
      bytes: 133,
      parts: [part('code', 30), part('function-tables', 103, 0, 3)],
      inlinedIn: null,
      inlinedOut: 4,
    },
  ]);
});

it('leaves what nobody owns, so that all adds up to the file', () => {
  const ledger = new Ledger();
  ledger.addFunctions('a', 1, 10);
  ledger.add('a', 'function-tables', 20);
  ledger.add('a', 'data', 5, 'byShare');
  const buckets = [
    { name: 'code' as const, bytes: 12 },
    { name: 'function-tables' as const, bytes: 20 },
    { name: 'data' as const, bytes: 8 },
  ];
  expect(settle(ledger.packages(), buckets, 40)).toEqual({
    owned: { bytes: 35, percent: 87.5, byReference: 0, byShare: 5 },
    unowned: [
      { name: 'code', bytes: 2 },
      { name: 'data', bytes: 3 },
    ],
  });
});

it('joins the packages of several programs', () => {
  const [one, two] = [new Ledger(), new Ledger()];
  one.addFunctions('a', 1, 10);
  one.add('a', 'function-tables', 1);
  two.addFunctions('a', 1, 20);
  two.add('a', 'function-tables', 2);
  two.addFunctions('b', 1, 1);
  two.add('b', 'function-tables', 1);
  two.addInlined('b', 'a', 3);
  const [a, b] = joinPackages([one.packages(), two.packages()]);
  expect(a).toMatchObject({
    path: 'a',
    functions: 2,
    codeBytes: 30,
    bytes: 33,
    inlinedIn: 3,
    inlinedOut: null,
  });
  expect(b).toMatchObject({ path: 'b', bytes: 2, inlinedOut: 3 });
});
