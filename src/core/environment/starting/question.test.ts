import { expect, it } from 'vitest';
import { freshEnvironment, withoutGuards } from './fresh.ts';
import { readAnswer } from './question.ts';

it('reads values with line ends, equals signs and escape sequences', () => {
  const text = 'MARKA=1\n2\0B==\0C=\u001B[31m\0D=\0MARKalias go=x\nMARK';
  expect(readAnswer(text, 'MARK')).toEqual({
    env: { A: '1\n2', B: '=', C: '\u001B[31m', D: '' },
    go: 'alias go=x',
  });
});

it.each([
  ['nothing', ''],
  ['a beginning alone', 'MARKA=1\0'],
  ['no end', 'MARKA=1\0MARKgo'],
  ['something before it', 'xMARKA=1\0MARKgoMARK'],
  ['a mark too many', 'MARKA=MARK\0MARKgoMARK'],
])('does not take %s for an answer', (_, text) => {
  expect(readAnswer(text, 'MARK')).toBeNull();
});

it('starts with what a session has, and takes its own variables out again', () => {
  const env = {
    HOME: '/x',
    LANG: 'C',
    TERM: 'xterm',
    GOROOT: '/go',
    PATH: '/mine',
    SSH_AUTH_SOCK: '/s',
    LC_ALL: 'C',
  };
  const fresh = freshEnvironment({ os: 'darwin', env, home: '/Users/me' });
  expect(fresh).toMatchObject({ BURROW_RESOLVING_ENVIRONMENT: '1', TERM: 'dumb' });
  const own = {
    HOME: '/Users/me',
    LANG: 'C',
    SSH_AUTH_SOCK: '/s',
    LC_ALL: 'C',
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  };
  expect(
    withoutGuards({ ...(fresh as Record<string, string>), SHLVL: '1', PWD: '/x', _: '/bin/sh' }),
  ).toEqual(own);
  expect(withoutGuards({ ...(fresh as Record<string, string>), TERM: 'tmux' })).toEqual({
    ...own,
    TERM: 'tmux',
  });
});
