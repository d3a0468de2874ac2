import { expect, it } from 'vitest';
import { filterNames, parseConfig, takesSettings } from './config.ts';
import { parseStatus } from './dirty.ts';
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

it("turns off every filter for itself, and for Go only the repository's", () => {
  const survey = surveyFrom([
    { scope: 'global', key: 'filter.lfs.process', value: 'git-lfs filter-process' },
    { scope: 'global', key: 'filter.lfs.required', value: 'true' },
    { scope: 'global', key: 'filter.mine.clean', value: 'mine' },
    { scope: 'local', key: 'filter.lfs.clean', value: './evil' },
    { scope: 'worktree', key: 'filter.x.clean', value: './evil' },
  ]);
  expect(survey.noFilters.map(([key]) => key.split('.')[1])).toEqual(
    ['lfs', 'mine', 'x'].flatMap((name) => [name, name, name]),
  );
  expect(new Set(survey.noFilters.map(([, value]) => value))).toEqual(new Set(['', 'false']));
  expect(survey.noForeignFilters).toEqual([
    ['filter.lfs.clean', ''],
    ['filter.lfs.process', 'git-lfs filter-process'],
    ['filter.lfs.required', 'true'],
    ['filter.x.clean', ''],
    ['filter.x.process', ''],
    ['filter.x.required', 'false'],
  ]);
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
