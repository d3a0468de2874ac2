import { describe, expect, it } from 'vitest';
import type { MeasuredProxies } from '#contract/setup';
import { proposedFrom } from './default.ts';
import { conflictsIn } from './editor.ts';
import { appleTools, type MachineFacts, notesOn } from './machine.ts';
import { fastest } from './proxy.ts';
import { whatIsWrong } from './shell.ts';

describe('what is worth knowing about a machine', () => {
  const fine: MachineFacts = {
    os: 'darwin',
    translated: false,
    terminal: 'Terminal',
    cCompiler: '/usr/bin/clang',
    git: '/usr/bin/git',
    installer: null,
  };
  it.each<[string, Partial<MachineFacts>, string[]]>([
    ['nothing', {}, []],
    ['a terminal under Rosetta', { translated: true }, ['setup.translated-terminal']],
    [
      'a new Mac in such a terminal',
      { translated: true, cCompiler: null, git: null },
      ['setup.translated-terminal', 'setup.no-c-compiler', 'setup.no-git'],
    ],
    ['a container', { os: 'linux', cCompiler: null, installer: 'apk' }, ['setup.no-c-compiler']],
  ])('%s', (_, facts, codes) => {
    expect(notesOn({ ...fine, ...facts }).map(({ code }) => code)).toEqual(codes);
  });

  it('looks for Apple tools where they are installed', () => {
    expect(appleTools({ env: { DEVELOPER_DIR: '/x' } })[0]).toBe('/x');
    expect(appleTools({ env: {} })[0]).toBe('/Library/Developer/CommandLineTools');
  });
});

describe('the default that is proposed', () => {
  it.each([
    ['the newest stable', ['go1.27rc1 native', 'go1.26.1 native', 'go1.25.3 native'], 'go1.26.1'],
    ['a native one', ['go1.26.1 translated', 'go1.25.3 native'], 'go1.25.3'],
    ['a release candidate alone', ['go1.27rc1 native'], 'go1.27rc1'],
    ['a translated one alone', ['go1.15.1 translated'], 'go1.15.1'],
    ['none', [], null],
  ])('is %s', (_, installed, wanted) => {
    const all = installed.map((each) => {
      const [version = '', runsAs] = each.split(' ');
      return { version, runsAs: runsAs as 'native' | 'translated' };
    });
    expect(proposedFrom(all)).toBe(wanted);
  });
});

describe('what is wrong with the start of a shell', () => {
  const good = {
    shell: 'zsh',
    path: '/bin/zsh',
    mode: 'login-interactive' as const,
    login: true,
    go: '/h/.burrow/shims/go',
    version: 'go1.26.1',
    isShim: true,
    burrow: '/h/.burrow/shims/burrow',
    unknown: null,
    selectsNone: false,
    env: {},
  };
  it.each([
    ['nothing', {}, null],
    ['no go', { go: null, isShim: false }, 'setup.no-go-in-start'],
    ['another go', { go: '/usr/bin/go', isShim: false }, 'setup.other-go-first'],
    ['an alias in its way', { isShim: false }, 'setup.other-go-first'],
    [
      'a profile that waits',
      { unknown: { code: 'environment.shell-timed-out', params: {} } },
      'environment.shell-timed-out',
    ],
  ])('%s', (_, facts, code) => {
    expect(whatIsWrong([good, { ...good, ...facts }])?.code ?? null).toBe(code);
  });
});

const measured = (preset: string, kind: 'works' | 'missing', latency: number | null): MeasuredProxies => ({
  preset,
  value: preset,
  verdict: kind === 'works' ? { kind, via: preset } : { kind },
  latency,
});

describe('the fastest proxy', () => {
  it.each([
    ['is the one that answers first', [measured('a', 'works', 90), measured('b', 'works', 40)], 'b'],
    ['works', [measured('a', 'works', 90), measured('b', 'missing', 4)], 'a'],
    ['is none where none works', [measured('a', 'missing', 9)], null],
    ['may be one that was too slow to be timed', [measured('a', 'works', null)], 'a'],
  ])('%s', (_, all, wanted) => {
    expect(fastest(all)?.preset ?? null).toBe(wanted);
  });
});

describe('settings of VS Code that keep it from the Go of the terminal', () => {
  const home = '/h/.burrow';
  it.each([
    ['none', '{}', []],
    ['a comment', '{\n  // "go.goroot": "/x"\n}', []],
    ['go.goroot', '{\n  "go.goroot": "/usr/local/go",\n}', ['go.goroot=/usr/local/go:2']],
    ['an empty one', '{ "go.goroot": "" }', []],
    ["Burrow's own go", '{ "go.alternateTools": { "go": "/h/.burrow/shims/go" } }', []],
    [
      'another go',
      '{\n  "go.alternateTools": {\n    "gopls": "/x",\n    "go": "/opt/go"\n  },\n  "go": "/y"\n}',
      ['go.alternateTools=/opt/go:4'],
    ],
    ['no JSON at all', '\0"go.alternateTools" { }', []],
  ])('%s', (_, text, found) => {
    expect(conflictsIn(text, home).map(({ name, value, line }) => `${name}=${value}:${line}`)).toEqual(found);
  });
});
