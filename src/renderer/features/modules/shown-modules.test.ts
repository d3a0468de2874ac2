import { expect, it } from 'vitest';
import type { ProjectModule } from '#contract/modules';
import { otherModules, shownModules, shownSets } from './shown-modules.ts';

function module(path: string, more: Partial<ProjectModule>): ProjectModule {
  return {
    path,
    version: 'v1.0.0',
    kind: 'indirect',
    isInProgram: null,
    bytes: null,
    packages: null,
    replacedBy: null,
    goVersion: null,
    retracted: null,
    deprecated: null,
    newer: null,
    licence: null,
    dir: null,
    problem: null,
    ...more,
  };
}

const modules = [
  module('me', { kind: 'main', isInProgram: true }),
  module('direct', { kind: 'direct', isInProgram: false }),
  module('included', { isInProgram: true }),
  module('retracted', { retracted: [''] }),
  module('sound', { retracted: [] }),
  module('newer', { newer: 'v1.1.0' }),
];

it.each([
  ['included', ['me', 'included']],
  ['direct', ['me', 'direct']],
  ['notable', ['retracted', 'newer']],
  ['all', ['me', 'direct', 'included', 'retracted', 'sound', 'newer']],
] as const)('%s are %j', (shown, paths) => {
  expect(shownModules(modules, shown).map(({ path }) => path)).toEqual(paths);
});

it('counts the modules of others', () => {
  expect((['included', 'direct', 'all'] as const).map((shown) => otherModules(modules, shown))).toEqual([
    1, 1, 5,
  ]);
});

it.each([
  [modules, ['included', 'direct', 'notable', 'all']],
  [[module('x', {})], ['all']],
  [[], ['all']],
])('offers parts that hold something', (some, sets) => {
  expect(shownSets(some)).toEqual(sets);
});
