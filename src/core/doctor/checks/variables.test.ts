import { describe, expect, it } from 'vitest';
import { flagProblems, moduleProblems, withoutMod } from './go-flags.ts';
import { gopathProblems } from './gopath.ts';
import { netrcProblems } from './netrc.ts';
import { ignored, proxiesIn } from './network-proxy.ts';
import { pathProblems } from './path-entries.ts';
import { toolsProblems } from './tools-on-path.ts';

it('tells of entries of PATH by what is wrong with them', () => {
  const found = pathProblems([
    { place: 1, text: '/usr/bin', state: 'folder' },
    { place: 2, text: '', state: 'not-absolute' },
    { place: 3, text: 'node_modules/.bin', state: 'not-absolute' },
    { place: 4, text: '/gone', state: 'missing' },
    { place: 5, text: '/shared', state: 'open' },
  ]);
  expect(
    found.map(({ severity, about, evidence }) => [severity, about, ...evidence.map(({ value }) => value)]),
  ).toEqual([
    ['warning', 'not-absolute', 'PATH[2]=', 'PATH[3]=node_modules/.bin'],
    ['warning', 'open /shared', 'PATH[5]=/shared'],
    ['info', 'missing', 'PATH[4]=/gone'],
  ]);
});

describe('GOFLAGS', () => {
  it.each([
    ['-mod=vendor', 'warning'],
    ['--mod=vendor', 'warning'],
    ['-trimpath -mod=vendor', 'warning'],
    [`'-mod=vendor'`, 'warning'],
    ['-mod=mod', 'info'],
    ['-mod=readonly', undefined],
    ['-modcacherw', undefined],
    ['-modfile=vendor', undefined],
    ['-tags=x-mod=vendor', undefined],
    ['-mod=vendored', undefined],
  ])('%s: %s', (value, severity) => {
    expect(flagProblems({ value, file: '/env', line: 2 }, null)[0]?.severity).toBe(severity);
  });

  it.each([
    ['-mod=vendor', null],
    ['-trimpath -mod=vendor', '-trimpath'],
    [`--mod=mod '-ldflags=-s -w' -modcacherw`, `'-ldflags=-s -w' -modcacherw`],
  ])('%s without -mod is %s', (flags, expected) => {
    expect(withoutMod(flags)).toBe(expected);
  });

  it('shows no password', () => {
    const value = '-mod=vendor -ldflags=-X=main.password=hunter22';
    const found = flagProblems({ value, file: null, line: null }, null);
    expect(JSON.stringify(found)).not.toContain('hunter22');
  });

  it('GO111MODULE', () => {
    expect(moduleProblems({ value: 'off', file: null, line: null }, null)).toHaveLength(1);
    expect(moduleProblems({ value: 'auto', file: null, line: null }, null)).toHaveLength(0);
  });
});

it('GOPATH may be no Go, and has no go.mod', () => {
  const folder = { path: '/g', variable: { name: 'GOPATH', value: '/g', file: '/env', line: 2 } };
  expect(gopathProblems(folder, { isGoroot: false, hasMod: false })).toEqual([]);
  expect(gopathProblems(folder, { isGoroot: true, hasMod: true })).toMatchObject([
    { about: 'goroot /g', evidence: [{ file: '/env', line: 2, value: 'GOPATH=/g' }, { file: '/g' }] },
    { about: '/g/go.mod', fix: { command: 'mv /g/go.mod /g/go.mod.old' } },
  ]);
});

it.each([
  [0o100644, 'machine a login b password c', 1],
  [0o100640, 'machine a\n  login b\n  password c', 1],
  [0o100644, 'machine a login password-less', 0],
  [0o100644, '', 0],
])('a .netrc with mode %o and %j: %d', (mode, text, count) => {
  const found = netrcProblems('/home/me/.netrc', mode, text);
  expect(found).toHaveLength(count);
  expect(JSON.stringify(found)).not.toContain('login');
});

describe('the proxies of the environment', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ HTTPS_PROXY: 'http://127.0.0.1:7890' }, ['HTTPS_PROXY 127.0.0.1:7890']],
    [{ https_proxy: '127.0.0.1:7890' }, ['https_proxy 127.0.0.1:7890']],
    [{ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' }, ['HTTPS_PROXY a:1']],
    [{ HTTP_PROXY: 'socks5://[::1]' }, ['HTTP_PROXY ::1:1080']],
    [{ HTTPS_PROXY: 'http://localhost', NO_PROXY: '*' }, []],
    [{ HTTPS_PROXY: 'ftp://x' }, ['HTTPS_PROXY none']],
    [{ HTTPS_PROXY: 'http://' }, ['HTTPS_PROXY none']],
  ])('%j', (env, expected) => {
    const found = proxiesIn(env).map(
      ({ name, address }) => `${name} ${address ? `${address.host}:${address.port}` : 'none'}`,
    );
    expect(found).toEqual(expected);
  });

  it('shows no password', () => {
    const [found] = proxiesIn({ HTTPS_PROXY: 'http://me:hunter22@127.0.0.1:1' });
    expect(found?.value).not.toContain('hunter22');
  });

  it.each([
    [{ ALL_PROXY: 'socks5://127.0.0.1:1' }, 1],
    [{ all_proxy: 'socks5://127.0.0.1:1' }, 1],
    [{ ALL_PROXY: 'socks5://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' }, 0],
  ])('%j has one that Go ignores: %d', (env, count) => {
    expect(ignored(env)).toHaveLength(count);
  });
});

it('tells of a folder of tools outside of PATH, if it has any', () => {
  expect(toolsProblems('/go/bin', [])).toEqual([]);
  expect(toolsProblems('/go/bin', ['a', 'b', 'c', 'd'])).toMatchObject([
    { severity: 'warning', reason: { params: { programs: ['a', 'b', 'c'], count: 4 } } },
  ]);
});
