import { expect, it } from 'vitest';
import type { ProjectModule } from '#contract/modules';
import { describeModule, excludedIn, inOrder, type Known, type ReadFile } from './describe.ts';
import { licenceAmong } from './licence.ts';
import type { ListedModule } from './listed.ts';
import { vendorDifferences } from './vendor.ts';

const goMod: ReadFile = {
  file: '/p/go.mod',
  text: `module example.com/p

exclude example.com/bad v1.0.0 // example.com/x => no
replace (
	example.com/x v1.2.0 => ../x
	example.com/y => example.com/fork v1.3.0
)
`,
  said: {
    Exclude: [{ Path: 'example.com/bad', Version: 'v1.0.0' }],
    Replace: [
      { Old: { Path: 'example.com/x', Version: 'v1.2.0' }, New: { Path: '../x' } },
      { Old: { Path: 'example.com/y' }, New: { Path: 'example.com/fork', Version: 'v1.3.0' } },
    ],
  },
};
const known: Known = { files: [goMod], shares: null, online: false, vendor: null };
const off = 'module lookup disabled by GOPROXY=off';

it.each<[string, ListedModule, Partial<Known>, Partial<ProjectModule>]>([
  [
    'the project',
    { Path: 'example.com/p', Main: true, Dir: '/p', GoVersion: '1.24.0' },
    {},
    { kind: 'main', version: null, goVersion: '1.24.0', dir: '/p' },
  ],
  [
    'a direct one',
    { Path: 'a.b/c', Version: 'v1.0.0', Dir: '/c' },
    {},
    { kind: 'direct', version: 'v1.0.0', bytes: null, isInProgram: null, retracted: null },
  ],
  [
    'an indirect one',
    { Path: 'a.b/c', Version: 'v1.0.0', Indirect: true },
    {},
    { kind: 'indirect', dir: null },
  ],
  [
    'one in the program',
    { Path: 'a.b/c' },
    { shares: new Map([['a.b/c', { bytes: 5, packages: 2 }]]) },
    { isInProgram: true, bytes: 5, packages: 2 },
  ],
  [
    'one that is not',
    { Path: 'a.b/c' },
    { shares: new Map() },
    { isInProgram: false, bytes: null, packages: null },
  ],
  [
    'replaced by a folder',
    { Path: 'example.com/x', Version: 'v1.2.0', Replace: { Path: '../x', Dir: '/x', GoVersion: '1.22' } },
    {},
    { replacedBy: { path: '../x', version: null, file: '/p/go.mod', line: 5 }, dir: '/x', goVersion: '1.22' },
  ],
  [
    'replaced by a module',
    { Path: 'example.com/y', Version: 'v1.0.0', Replace: { Path: 'example.com/fork', Version: 'v1.3.0' } },
    {},
    { replacedBy: { path: 'example.com/fork', version: 'v1.3.0', file: '/p/go.mod', line: 6 } },
  ],
  [
    'withdrawn',
    { Path: 'a.b/c', Retracted: ['Published by accident.'] },
    { online: true },
    { retracted: ['Published by accident.'] },
  ],
  ['not withdrawn', { Path: 'a.b/c' }, { online: true }, { retracted: [] }],
  [
    'not known whether',
    { Path: 'a.b/c', Error: { Err: '403 Forbidden' } },
    { online: true },
    { retracted: null, problem: '403 Forbidden' },
  ],
  [
    'deprecated, with an update',
    { Path: 'a.b/c', Deprecated: 'Use a.b/d.', Update: { Version: 'v2.0.0' } },
    { online: true },
    { deprecated: 'Use a.b/d.', newer: 'v2.0.0' },
  ],
  [
    'offline, without its time',
    { Path: 'a.b/c', Dir: '/c', Error: { Err: off } },
    {},
    { problem: null, dir: '/c' },
  ],
  ['vendored', { Path: 'a.b/c', Version: 'v1.0.0' }, { vendor: '/p/vendor' }, { dir: '/p/vendor/a.b/c' }],
])('describes %s', (_name, listed, more, wanted) => {
  expect(describeModule(listed, { ...known, ...more })).toMatchObject(wanted);
});

it('go.work replaces before go.mod does', () => {
  const work = {
    file: '/go.work',
    text: 'go 1.24\nreplace example.com/y => ./y\n',
    said: { Replace: [{ Old: { Path: 'example.com/y' }, New: { Path: './y' } }] },
  };
  const listed = { Path: 'example.com/y', Replace: { Path: './y' } };
  const { replacedBy } = describeModule(listed, { ...known, files: [work, goMod] });
  expect(replacedBy).toEqual({ path: './y', version: null, file: '/go.work', line: 2 });
});

it('names the line that excludes a version', () => {
  expect(excludedIn([goMod])).toEqual([
    { path: 'example.com/bad', version: 'v1.0.0', file: '/p/go.mod', line: 3 },
  ]);
});

it('sorts by kind, size and path', () => {
  const modules = (
    [
      ['z', 'indirect', 9],
      ['b', 'direct', null],
      ['a', 'direct', null],
      ['c', 'direct', 1],
      ['p', 'main', null],
    ] as const
  ).map(([path, kind, bytes]) => ({ path, kind, bytes }) as ProjectModule);
  expect(modules.toSorted(inOrder).map(({ path }) => path)).toEqual(['p', 'c', 'a', 'b', 'z']);
});

it.each<[string[], string | null]>([
  [['README.md', 'LICENSE', 'LICENSE-THIRD-PARTY'], 'LICENSE'],
  [['license.go', 'LICENSE.txt'], 'LICENSE.txt'],
  [['COPYING', 'main.go'], 'COPYING'],
  [['Licence.md'], 'Licence.md'],
  [['UNLICENSE'], 'UNLICENSE'],
  [['licenses', 'licensed.txt'], null],
])('the licence among %j is %j', (files, name) => {
  expect(licenceAmong(files)).toBe(name);
});

it.each([
  [
    'go: inconsistent vendoring in /p:\n\ta@v1.0.0: is explicitly required in go.mod\n\tb@v1.0.0: is marked\n\n\tTo ignore the vendor directory',
    ['a@v1.0.0: is explicitly required in go.mod', 'b@v1.0.0: is marked'],
  ],
  ['go: something else', ['go: something else']],
])('reads the differences of vendor/ in %j', (stderr, differences) => {
  expect(vendorDifferences(stderr)).toEqual(differences);
});
