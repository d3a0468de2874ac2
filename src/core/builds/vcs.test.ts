import { expect, it } from 'vitest';
import { parseHead } from './vcs.ts';

const commit = '4f1c6de1d2b5c9ed0e9e8f0a2c2f1b3d4e5f6a7b';

it.each([
  ['refs/heads/main', 'main'],
  ['refs/heads/fix/a', 'fix/a'],
  ['HEAD', null],
  ['refs/remotes/origin/main', null],
])('%s is the branch %s', (ref, branch) => {
  expect(parseHead(`${commit}\n${ref}\n`)).toEqual({ commit, branch });
});
