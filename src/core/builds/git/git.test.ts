import { describe, expect, it } from 'vitest';
import { filterNames, parseConfig, takesSettings } from './config.ts';
import { parseStatus } from './dirty.ts';
import { logBetween, parseCounts, parseLog } from './log.ts';
import { gitEnvironment } from './settings.ts';
import { submodulesIn, surveyFrom } from './survey.ts';

const oid = '4f1c6de1d2b5c9ed0e9e8f0a2c2f1b3d4e5f6a7b';

it('reads a configuration, with values of several lines and without one', () => {
  const stdout = 'global\0alias.x\n!a\nb\0local\0core.bare\0command\0core.fsmonitor\nfalse\0';
  const entries = parseConfig(stdout);
  expect(entries).toEqual([
    { scope: 'global', key: 'alias.x', value: '!a\nb' },
    { scope: 'local', key: 'core.bare', value: null },
    { scope: 'command', key: 'core.fsmonitor', value: 'false' },
  ]);
  expect(takesSettings(entries)).toBe(true);
  expect(takesSettings(parseConfig('local\0core.fsmonitor\nfalse\0'))).toBe(false);
});

it.each([
  ['filter.lfs.clean', ['lfs']],
  ['filter.lfs.process', ['lfs']],
  ['filter.lfs.smudge', ['lfs']],
  ['filter.lfs.required', []],
  ['filter.a.b=c d.clean', ['a.b=c d']],
  ['filter..clean', ['']],
  ['filter.clean', []],
  ['xfilter.a.clean', []],
])('%s configures the filters %j', (key, names) => {
  expect(filterNames([{ scope: 'local', key, value: 'x' }])).toEqual(names);
});

const entry = (scope: string, key: string, value: string) => ({ scope, key: `filter.${key}`, value });
const off = (name: string) => [
  [`filter.${name}.clean`, ''],
  [`filter.${name}.process`, ''],
  [`filter.${name}.required`, 'false'],
];

describe('filters', () => {
  const users = [
    entry('global', 'lfs.process', 'git-lfs filter-process'),
    entry('system', 'lfs.clean', 'git-lfs clean'),
    entry('global', 'lfs.required', 'true'),
    entry('global', 'mine.clean', 'mine'),
  ];

  it('are all turned off for Burrow itself', () => {
    const { noFilters } = surveyFrom([...users, entry('local', 'x.clean', './evil')]);
    expect(noFilters).toEqual([...off('lfs'), ...off('mine'), ...off('x')]);
  });

  it.each([
    ['none', [], []],
    ['one of its own', [entry('local', 'x.clean', './evil')], off('x')],
    ['one of its worktree', [entry('worktree', 'x.process', './evil')], off('x')],
    [
      "the user's clean",
      [entry('local', 'mine.clean', './evil')],
      [
        ['filter.mine.clean', 'mine'],
        ['filter.mine.required', 'false'],
      ],
    ],
    ["a process beside the user's clean", [entry('local', 'mine.process', './evil')], off('mine')],
    [
      "the user's process",
      [entry('local', 'lfs.process', './evil'), entry('local', 'lfs.required', 'false')],
      [
        ['filter.lfs.process', 'git-lfs filter-process'],
        ['filter.lfs.required', 'true'],
      ],
    ],
  ])('of a repository that configures %s are replaced for Go', (_name, own, expected) => {
    expect(surveyFrom([...users, ...own]).noForeignFilters).toEqual(expected);
  });
});

it('adds its settings to those of the user', () => {
  const given = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_CONFIG_GLOBAL: '/g',
    GIT_DIR: '/elsewhere',
    GIT_INDEX_FILE: '/elsewhere/index',
    HOME: '/h',
  };
  const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, ...kept } = given;
  expect(gitEnvironment(given, [['a.b', 'c']])).toEqual({
    ...kept,
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_1: 'a.b',
    GIT_CONFIG_VALUE_1: 'c',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    HGRCSKIPREPO: '1',
  });
  expect(gitEnvironment({ GIT_CONFIG_COUNT: 'x' }, [])['GIT_CONFIG_COUNT']).toBe('0');
});

it('finds submodules in the index', () => {
  const lines = [`100644 ${oid} 0\ta b`, `160000 ${oid} 0\tsub/a\tb`, `120000 ${oid} 0\t160000 x`, ''];
  const stdout = lines.join('\0');
  expect(submodulesIn(stdout)).toEqual(['sub/a\tb']);
});

it.each([
  ['an untracked file', '? new.go', null],
  ['changed content', `1 .M N... 100644 100644 100644 ${oid} ${oid} a b.go`, 'file'],
  ['a changed mode', `1 .M N... 100644 100644 100755 ${oid} ${oid} a b.go`, null],
  ['a staged change', `1 M. N... 100644 100644 100644 ${oid} ${oid} a b.go`, null],
  ['a deleted file', `1 .D N... 100644 100644 000000 ${oid} ${oid} a b.go`, null],
  ['changed content in a submodule', `1 .M S.M. 160000 160000 160000 ${oid} ${oid} a b.go`, 'submodule'],
  ['another commit in a submodule', `1 .M SC.. 160000 160000 160000 ${oid} ${oid} a b.go`, null],
  ['a conflict', `u UU N... 100644 100644 100644 100644 ${oid} ${oid} ${oid} a b.go`, null],
])('reads %s', (_name, line, inDoubt) => {
  expect(parseStatus(`${line}\0`).map((each) => each.inDoubt)).toEqual([inDoubt]);
});

it('reads paths with blanks and line breaks', () => {
  const stdout = `1 .M N... 100644 100644 100644 ${oid} ${oid} a  b\n.go\0? x\0`;
  expect(parseStatus(stdout)[0]).toEqual({ path: 'a  b\n.go', inDoubt: 'file' });
});

it('reads a log, with times that no date can hold', () => {
  const stdout = ['4f1c6de', '1764421200', 'Me  ', 'Add a  page'].join('\0');
  const crafted = ['abc', '99999999999999', '', ''].join('\0');
  expect(parseLog(`${stdout}\0${crafted}\0`)).toEqual([
    { hash: '4f1c6de', at: '2025-11-29T13:00:00.000Z', author: 'Me', subject: 'Add a  page' },
    { hash: 'abc', at: null, author: '', subject: '' },
  ]);
  expect(parseLog('')).toEqual([]);
});

it.each([
  ['3\t12\n', [3, 12]],
  ['0\t0\n', [0, 0]],
  ['x', []],
  [null, []],
])('reads the counts of %j', (stdout, counts) => {
  expect(parseCounts(stdout)).toEqual(counts);
});

const line = (hash: number) => [hash, 1_764_421_200, 'Me', `Subject ${hash}`, ''].join('\0');

/** Answers as Git does for a range of 250 commits. */
const git = (_dir: string, args: readonly string[]) => {
  const answers: Record<string, string> = {
    'rev-parse': 'false\n',
    'cat-file': '',
    'rev-list': '1\t250\n',
  };
  const skipped = args.includes('--skip=249');
  const lines = skipped ? [line(249)] : Array.from({ length: 100 }, (_, index) => line(index));
  return Promise.resolve(answers[args[0] ?? ''] ?? lines.join(''));
};

it('asks for the oldest commit where there are more than are listed', async () => {
  const log = await logBetween(git, '/shop', 'a'.repeat(40), 'b'.repeat(40));
  expect(log).toMatchObject({ total: 250, left: 1, oldest: { hash: '249' }, shallow: false });
  expect('commits' in log && log.commits.length).toBe(100);
});
