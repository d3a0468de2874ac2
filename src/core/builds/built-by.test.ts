import { expect, it } from 'vitest';
import { builtBy } from './built-by.ts';

it.each([
  ['on Linux and a Mac', { USER: 'ada', LOGNAME: 'ada' }, 'ada'],
  ['on Windows', { USERNAME: 'Ada L' }, 'Ada L'],
  ['in GitHub Actions', { USER: 'runner', GITHUB_ACTOR: 'dependabot' }, 'dependabot'],
  ['in GitLab CI/CD', { USER: 'root', GITLAB_USER_LOGIN: 'ada' }, 'ada'],
  ['without a name', {}, null],
  ['with a text that is no name', { USER: 'a\u001b[31m' }, null],
  ['with a long text', { USER: 'a'.repeat(65) }, null],
])('names the user %s', (_, env, name) => {
  expect(builtBy(env)).toBe(name);
});
