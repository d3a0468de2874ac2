import { expect, it } from 'vitest';
import type { Tool } from '#contract/tools';
import { chooseTools } from './choose.ts';
import { isOlder } from './describe.ts';
import { nearNames } from './near-names.ts';

const tool = (name: string, goVersion: string, runsAs: Tool['runsAs'] = 'native') => ({
  name,
  path: `/bin/${name}`,
  goVersion,
  runsAs,
});
const tools = [
  tool('gopls', 'go1.24.9'),
  tool('staticcheck', 'go1.26.1'),
  tool('dlv', 'go1.26.1', 'translated'),
  tool('old.exe', 'go1.26rc1'),
  tool('tip', 'devel go1.27-abc'),
];
const names = (request: Parameters<typeof chooseTools>[1], goVersion = 'go1.26.1') =>
  chooseTools(tools, request, { goVersion, folder: '/bin' }).map(({ name }) => name);

it('chooses outdated tools, all, or the named ones', () => {
  expect(names({})).toEqual(['gopls', 'dlv', 'old.exe']);
  expect(names({}, 'go1.24.9')).toEqual(['dlv']);
  expect(names({ which: 'all' })).toEqual(['gopls', 'staticcheck', 'dlv', 'old.exe', 'tip']);
  expect(names({ names: ['tip', '/bin/gopls', 'old', 'gopls'] })).toEqual(['tip', 'gopls', 'old.exe']);
});

it('reports an unknown name', () => {
  expect(() => names({ names: ['gopl'] })).toThrow('There is no tool gopl in /bin.');
});

it.each([
  ['go1.24.9', 'go1.26.1', true],
  ['go1.26.1', 'go1.26.1', false],
  ['go1.26.1 X:loopvar', 'go1.26.2', true],
  ['go1.26rc1', 'go1.26.0', true],
  ['go1.27.0', 'go1.26.1', false],
  ['devel go1.27-abc', 'go1.27.0', false],
  ['go1.24.9', null, false],
  ['go1.24.9', 'devel go1.27-abc', false],
])('a program built with %s is older than %s: %s', (builtWith, now, older) => {
  expect(isOlder(builtWith, now)).toBe(older);
});

it.each([
  ['gopl', ['gopls']],
  ['GOPLS', ['gopls']],
  ['stats', []],
  ['static', ['staticcheck']],
  ['dvl', []],
  ['dl', ['dlv']],
  ['', []],
])('names similar to %s: %j', (word, near) => {
  expect(nearNames(word, ['gopls', 'staticcheck', 'dlv'])).toEqual(near);
});
