import { expect, it } from 'vitest';
import type { Build } from '#contract/build';
import { summaryOf } from '#core/history';
import { detailOf, programRecord } from '#testing/example-builds';
import { baselineOf, newestOfEach } from './baseline.ts';
import type { Against } from './budget.ts';

const build = (id: string, change: Partial<Build> = {}): Build =>
  summaryOf(detailOf(id, programRecord({ mainModule: 'example.com/shop', ...change })));
const vcs = (branch: string | null, commit = 'c', dirty = false) => ({
  vcs: { branch, commit, dirty, tag: null },
});
const failed = { status: 'failed', artifact: null } as const;
const checked = build('b9', vcs('fix'));

it.each([
  ['the build before', { kind: 'previous' }, [build('b8'), build('b7')], 'b8'],
  ['not one that made no program', { kind: 'previous' }, [build('b8', failed), build('b7')], 'b7'],
  ['not one of another target', { kind: 'previous' }, [build('b8', { target: 'linux/arm64' })], null],
  ['not one with other flags', { kind: 'previous' }, [build('b8', { flags: ['-race'] })], null],
  [
    'one of the same folder first',
    { kind: 'previous' },
    [build('b8', { project: '/elsewhere' }), build('b7')],
    'b7',
  ],
  [
    'one of another folder with the module',
    { kind: 'previous' },
    [build('b8', { project: '/elsewhere' })],
    'b8',
  ],
  [
    'not one of another folder, if the module is not known',
    { kind: 'previous' },
    [build('b8', { project: '/elsewhere', mainModule: null })],
    null,
  ],
  [
    'the last of a branch',
    { kind: 'branch', name: 'main' },
    [build('b8', vcs('fix')), build('b7', vcs('main'))],
    'b7',
  ],
  [
    'one without uncommitted changes first',
    { kind: 'branch', name: 'main' },
    [build('b8', vcs('main', 'c', true)), build('b7', vcs('main'))],
    'b7',
  ],
  [
    'one with uncommitted changes, where there is no other',
    { kind: 'branch', name: 'main' },
    [build('b8', vcs('main', 'c', true))],
    'b8',
  ],
  ['none of a branch that was not built', { kind: 'branch', name: 'next' }, [build('b8', vcs('main'))], null],
  [
    'the commit of the last tag',
    { kind: 'last-tag' },
    [build('b8', vcs('x', 'a')), build('b7', vcs('x', 'tagged'))],
    'b7',
  ],
  ['a build by its id', { kind: 'build', id: 'b7' }, [build('b8'), build('b7')], 'b7'],
  [
    'not a build of another program',
    { kind: 'build', id: 'b7' },
    [build('b7', { subject: './cmd/x' })],
    null,
  ],
  ['nothing in an empty history', { kind: 'previous' }, [], null],
] as [string, Against, Build[], string | null][])('compares with %s', (_name, against, older, id) => {
  const builds = [build('b10'), checked, ...older];
  expect(baselineOf(checked, builds, against, 'tagged')?.id ?? null).toBe(id);
});

it('does not take a build without a commit for that of a tag that is not known', () => {
  expect(baselineOf(checked, [checked, build('b8', { vcs: null })], { kind: 'last-tag' }, null)).toBeNull();
});

it('checks the newest of each subject for each target', () => {
  const builds = [
    build('b5', { ...failed, subject: './cmd/b' }),
    build('b4', { target: 'linux/arm64' }),
    build('b3'),
    build('b2', { subject: './cmd/b' }),
    build('b1'),
  ];
  expect(newestOfEach(builds).map(({ id }) => id)).toEqual(['b2', 'b3', 'b4']);
});
