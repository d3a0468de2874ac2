import { expect, it } from 'vitest';
import type { StartDifference } from '../consistency.ts';
import { tellDifference } from './difference.ts';

const usual = { go: '/home/me/.burrow/shims/go', version: 'go1.26.1', isShim: true, hiddenBy: null };
const found = { go: '/usr/local/go/bin/go', version: 'go1.20.3', isShim: false, hiddenBy: null };
const bash = [{ shell: 'bash', mode: 'interactive' as const }];
const inFront: StartDifference = {
  kind: 'go',
  starts: bash,
  found,
  usual,
  cause: 'in-front',
  folder: '/usr/local/go/bin',
  at: { file: '/home/me/.bashrc', line: 41 },
  usualAt: null,
};
const shown = (path: string) => path.replace('/home/me', '~');

it('tells who runs what, and because of which line', () => {
  expect(tellDifference(inFront, 'en', shown)).toEqual({
    who: 'bash, interactive',
    what: '/usr/local/go/bin is put in front of ~/.burrow/shims, so go1.20.3 runs',
    at: '~/.bashrc:41',
  });
  expect(tellDifference(inFront, 'zh-CN', shown)).toEqual({
    who: 'bash（交互）',
    what: '/usr/local/go/bin 被放到 ~/.burrow/shims 之前，因此运行的是 go1.20.3',
    at: '~/.bashrc:41',
  });
});

it.each<[string, StartDifference, string | null]>([
  ['a line that is not known', { ...inFront, at: null }, 'which line does this is not known'],
  ['a Go that is missing', { ...inFront, cause: 'missing', at: null }, null],
  [
    'a Go that is missing, whose line is known where it is usual',
    { ...inFront, cause: 'missing', at: null, usualAt: { file: '/home/me/.zshrc', line: 3 } },
    'where it is usual, ~/.zshrc:3 sets it',
  ],
  ['apps', { ...inFront, starts: [{ shell: null, mode: 'desktop' }], at: null }, null],
  [
    'a variable that is not set',
    { kind: 'variable', starts: bash, name: 'GOPROXY', found: null, usual: 'off', at: null, usualAt: null },
    null,
  ],
])('blames a line only where one is to blame: %s', (_, difference, at) => {
  expect(tellDifference(difference, 'en', shown).at).toBe(at);
});

it('tells the modes of each shell, and all of them in a word', () => {
  const modes = ['script', 'login', 'interactive', 'login-interactive'] as const;
  const starts = [...bash, ...modes.map((mode) => ({ shell: 'fish', mode }))];
  expect(tellDifference({ ...inFront, starts }, 'en', shown).who).toBe(
    'bash, interactive; fish, every start',
  );
});
