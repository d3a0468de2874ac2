import { expect, it } from 'vitest';
import { PackageSums } from './package-sizes.ts';

const entry = (name: string, start: number, end: number, tableBytes = 100) => ({
  name,
  start,
  end,
  tableBytes,
});

it('sums the sizes of packages, largest first', () => {
  const functions = [
    entry('a.F', 0, 10),
    entry('b.F', 10, 40),
    entry('a.G', 40, 45),
    entry('memeqbody', 45, 46),
  ];
  const sums = new PackageSums(true);
  for (const each of functions) sums.add(each);
  expect(sums.codeBytes).toBe(46);
  expect(sums.largestFirst()).toEqual([
    { path: 'a', functions: 2, codeBytes: 15, bytes: 215 },
    { path: 'b', functions: 1, codeBytes: 30, bytes: 130 },
    { path: '(no package)', functions: 1, codeBytes: 1, bytes: 101 },
  ]);
});
