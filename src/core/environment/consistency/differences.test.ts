import { describe, expect, it } from 'vitest';
import type { StartedAs } from '#contract/consistency';
import { findDifferences, goId, type Started, usualStart } from './differences.ts';

const shim = { go: '/home/me/.burrow/shims/go', version: 'go1.26.1', isShim: true, hiddenBy: null };
const system = { go: '/usr/local/go/bin/go', version: 'go1.20.3', isShim: false, hiddenBy: null };
const none = { go: null, version: null, isShim: false, hiddenBy: null };
const shimPath = '/home/me/.burrow/shims:/usr/bin';

function start(shell: string | null, mode: StartedAs, more: Partial<Started> = {}): Started {
  const path = shell && `/bin/${shell}`;
  const own = { login: shell === 'zsh', used: shell !== 'sh', inherits: mode === 'script', variables: {} };
  return { shell, mode, path, ...own, ...shim, env: { PATH: shimPath }, ...more };
}
/** zsh in every mode, then what a test adds. */
function starts(...more: Started[]): Started[] {
  return [
    ...(['script', 'login', 'interactive', 'login-interactive'] as const).map((mode) => start('zsh', mode)),
    ...more,
  ];
}

describe('what is usual', () => {
  it('is what most starts of the login shell have in common', () => {
    const all = [
      start('zsh', 'script', none),
      start('zsh', 'login', shim),
      start('zsh', 'interactive', shim),
      start('zsh', 'login-interactive', system),
      start('bash', 'login', system),
      start('bash', 'interactive', system),
      start('bash', 'login-interactive', system),
    ];
    expect(usualStart(all, goId)).toMatchObject({ shell: 'zsh', mode: 'interactive' });
  });

  it('is what a new terminal has, if no two agree', () => {
    const all = [
      start('zsh', 'login', none),
      start('zsh', 'interactive', shim),
      start('zsh', 'login-interactive', system),
    ];
    expect(usualStart(all, goId)?.mode).toBe('login-interactive');
  });

  it('is nothing if the login shell does not answer', () => {
    const unknown = { code: 'environment.shell-silent', params: {} };
    expect(usualStart([start('zsh', 'login', { unknown }), start('bash', 'login')], goId)).toBeNull();
  });
});

it('finds no difference where there is none, nor in scripts that inherit, nor in shells that nobody uses', () => {
  const all = starts(
    start('bash', 'script', { ...none, env: {} }),
    start('sh', 'login', none),
    start('sh', 'interactive', system),
    start('bash', 'login', { ...none, unknown: { code: 'environment.shell-silent', params: {} } }),
  );
  expect(findDifferences(all)).toEqual([]);
});

it.each<[string, Partial<Started>, string, string | null]>([
  [
    'another Go is before it',
    { ...system, env: { PATH: `/usr/local/go/bin:${shimPath}` } },
    'in-front',
    '/usr/local/go/bin',
  ],
  [
    'another Go is in PATH instead',
    { ...system, env: { PATH: '/usr/local/go/bin:/bin' } },
    'instead',
    '/usr/local/go/bin',
  ],
  ['no Go is in PATH', { ...none, env: { PATH: '/bin' } }, 'missing', '/home/me/.burrow/shims'],
  ['a variable selects another version', { ...shim, version: 'go1.22.1' }, 'resolved', null],
  ['an alias hides it', { ...shim, hiddenBy: 'alias' }, 'alias', null],
  ['a function hides it', { ...shim, hiddenBy: 'function' }, 'function', null],
])('says that %s', (_, found, cause, folder) => {
  const all = starts(start('bash', 'login'), start('bash', 'interactive', found));
  expect(findDifferences(all)).toMatchObject([
    {
      kind: 'go',
      starts: [{ shell: 'bash', mode: 'interactive' }],
      cause,
      folder,
      usual: shim,
      at: null,
      usualAt: null,
    },
  ]);
});

it('says that a Go is in PATH where usually there is none', () => {
  const all = [
    start('zsh', 'login', none),
    start('zsh', 'interactive', none),
    start('bash', 'login', system),
  ];
  expect(findDifferences(all)).toMatchObject([{ cause: 'extra', folder: '/usr/local/go/bin' }]);
});

it('tells the modes of a shell together, and all starts without a Go', () => {
  const behind = { ...system, env: { PATH: `/usr/local/go/bin:${shimPath}` } };
  const all = starts(
    start('bash', 'login', none),
    start('bash', 'interactive', behind),
    start('bash', 'login-interactive', behind),
    start('fish', 'login', behind),
    start(null, 'desktop', none),
  );
  expect(
    findDifferences(all).map((found) => [found.starts.length, found.kind === 'go' && found.cause]),
  ).toEqual([
    [2, 'missing'],
    [2, 'in-front'],
    [1, 'in-front'],
  ]);
});

it('compares each variable of Go', () => {
  const all = starts(
    start('bash', 'login', { variables: { GOPROXY: 'off' } }),
    start('bash', 'interactive', { variables: { GOPROXY: 'off' } }),
    start('fish', 'login', { variables: { GOFLAGS: '-x', GOPROXY: 'direct' } }),
  );
  expect(findDifferences(all)).toEqual([
    {
      kind: 'variable',
      name: 'GOFLAGS',
      starts: [{ shell: 'fish', mode: 'login' }],
      found: '-x',
      usual: null,
      at: null,
      usualAt: null,
    },
    {
      kind: 'variable',
      name: 'GOPROXY',
      starts: [
        { shell: 'bash', mode: 'login' },
        { shell: 'bash', mode: 'interactive' },
      ],
      found: 'off',
      usual: null,
      at: null,
      usualAt: null,
    },
    {
      kind: 'variable',
      name: 'GOPROXY',
      starts: [{ shell: 'fish', mode: 'login' }],
      found: 'direct',
      usual: null,
      at: null,
      usualAt: null,
    },
  ]);
});
