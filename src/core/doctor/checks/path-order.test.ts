import { expect, it } from 'vitest';
import type { ShellStart } from '#contract/consistency';
import { newTerminalsRunOurs } from './path-order.ts';

const start: ShellStart = {
  shell: 'zsh',
  mode: 'login-interactive',
  path: '/bin/zsh',
  login: true,
  used: true,
  inherits: false,
  variables: {},
  go: '/h/.burrow/shims/go',
  version: 'go1.26.1',
  isShim: true,
  hiddenBy: null,
};
const tab: ShellStart = { ...start, mode: 'interactive' };
const none = { go: null, version: null, isShim: false } as const;

it.each<[string, ShellStart[], boolean]>([
  ['windows and tabs run it', [start, tab], true],
  ['tabs find none', [start, { ...tab, ...none }], false],
  ['an alias hides it', [{ ...start, hiddenBy: 'alias' }, tab], false],
  ['only a script does not', [start, tab, { ...start, ...none, mode: 'script' }], true],
  ['only another shell runs it', [{ ...start, login: false }], false],
  ['no shell answered', [], false],
])('new terminals run the Go of Burrow: %s', (_, starts, expected) => {
  expect(newTerminalsRunOurs(starts)).toBe(expected);
});
