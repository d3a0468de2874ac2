import { expect, it } from 'vitest';
import { branchInCi, parseHead } from './vcs.ts';

const commit = '4f1c6de1d2b5c9ed0e9e8f0a2c2f1b3d4e5f6a7b';

it.each([
  ['refs/heads/main', 'main'],
  ['refs/heads/fix/a', 'fix/a'],
  ['HEAD', null],
  ['refs/remotes/origin/main', null],
])('%s is the branch %s', (ref, branch) => {
  expect(parseHead(`${commit}\n${ref}\n`)).toEqual({ commit, branch });
});

it.each([
  [
    'a pull request on GitHub',
    { GITHUB_HEAD_REF: 'fix', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: '7/merge' },
    'fix',
  ],
  ['a push to GitHub', { GITHUB_HEAD_REF: '', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }, 'main'],
  ['a tag on GitHub', { GITHUB_HEAD_REF: '', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }, null],
  ['a merge request on GitLab', { CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'fix' }, 'fix'],
  ['a push to GitLab', { CI_COMMIT_BRANCH: 'main' }, 'main'],
  ['no CI', {}, null],
])('%s builds the branch that it names', (_name, env, branch) => {
  expect(branchInCi(env)).toBe(branch);
});
