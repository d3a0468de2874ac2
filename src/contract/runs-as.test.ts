import { expect, it } from 'vitest';
import { betterOn, runnableArchs, runsAs } from './runs-as.ts';

const target = (text: string) => {
  const [os = '', arch = ''] = text.split('/');
  return { os, arch };
};

it.each([
  ['darwin/arm64', 'darwin/arm64', 'native'],
  ['darwin/arm64', 'darwin/amd64', 'translated'],
  ['darwin/arm64', 'darwin/386', 'foreign'],
  ['darwin/arm64', 'linux/arm64', 'foreign'],
  ['darwin/amd64', 'darwin/amd64', 'native'],
  ['darwin/amd64', 'darwin/arm64', 'foreign'],
  ['windows/arm64', 'windows/amd64', 'foreign'],
  ['linux/arm64', 'linux/amd64', 'foreign'],
  ['linux/amd64', 'darwin/amd64', 'foreign'],
  ['linux/amd64', 'linux/amd64', 'native'],
])('on %s, %s is %s', (machine, built, how) => {
  expect(runsAs(target(machine), target(built))).toBe(how);
});

it('names what runs, and sorts, best first', () => {
  const mac = target('darwin/arm64');
  expect(runnableArchs(mac)).toEqual(['arm64', 'amd64']);
  expect(runnableArchs(target('darwin/amd64'))).toEqual(['amd64']);
  const sorted = ['linux/arm64', 'darwin/amd64', 'darwin/arm64'].map(target).toSorted(betterOn(mac));
  expect(sorted).toEqual(['darwin/arm64', 'darwin/amd64', 'linux/arm64'].map(target));
});
