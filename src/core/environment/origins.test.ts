import { expect, it } from 'vitest';
import { originsOf } from './origins.ts';

const file = (path: string, value: string) => ({
  path,
  variables: new Map([['GOPROXY', { value, line: 3 }]]),
});
const answers = (asIs: string, withoutEnvironment: string, withoutFile: string) => ({
  asIs: new Map([['GOPROXY', asIs]]),
  withoutEnvironment: new Map([['GOPROXY', withoutEnvironment]]),
  withoutFile: new Map([['GOPROXY', withoutFile]]),
});
const goroot = file('/go/go.env', 'default');

it.each([
  ['the environment', answers('mine', 'theirs', 'default'), { GOPROXY: 'mine' }, 'environment', null],
  ["the user's file", answers('theirs', 'theirs', 'default'), {}, 'file', '/home/go.env'],
  ["the toolchain's file", answers('default', 'default', 'default'), {}, 'goroot', '/go/go.env'],
])('finds that %s sets a variable, whatever its file is called', (_, asked, env, kind, at) => {
  const user = kind === 'goroot' ? null : file('/home/go.env', 'theirs');
  const [found] = originsOf(asked, env, [user, goroot]);
  expect(found?.origin).toMatchObject({ kind, file: at });
});
