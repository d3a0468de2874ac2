import { expect, it } from 'vitest';
import { chdirFlag } from './chdir.ts';

it.each([
  [['-C', 'd', 'build'], 'd'],
  [['--C=d', 'build'], 'd'],
  [['-C=a=b', 'build'], 'a=b'],
  [['-C=a\nb', 'build'], 'a\nb'],
  [['-C=', 'build'], ''],
  [['-C', '', 'build'], ''],
  [['build', '-C', 'd'], 'd'],
  [['build', '--C', 'd'], 'd'],
  [['mod', 'tidy', '-C', 'd'], 'd'],
  [['mod', '-C', 'd', 'tidy'], 'd'],
  [['work', 'use', '-C=d', '.'], 'd'],
  [['work', '--C=d', 'use', '.'], 'd'],
  [[], null],
  [['mod'], null],
  [['mod', 'tidy'], null],
  [['build', '-C'], null],
  [['-C'], null],
  [['build', '-v', '-C', 'd'], null],
  [['build', '.', '-C', 'd'], null],
  [['mod', 'tidy', '-v', '-C', 'd'], null],
  [['help', '-C', 'd'], null],
  [['-Cd', 'build'], null],
  [['---C', 'd'], null],
  [['-c', 'd'], null],
])('-C in %j is %j', (args, expected) => {
  expect(chdirFlag(args)).toBe(expected);
});
