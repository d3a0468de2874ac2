import { expect, it } from 'vitest';
import { parseEnvFile, settingsOf } from './env-file.ts';

const text = [
  '# GOPROXY=no',
  'GOPROXY=a=b',
  ' GOSUMDB=off ',
  'nonsense',
  'goflags=-x',
  'export GOFLAGS=-x',
  'GOFLAGS="-x" # why',
  'GOOS=linux\r',
  'GOFLAGS=',
].join('\n');

it('accepts the lines that Go accepts, and of a repeated name the first or the last', () => {
  const variables = {
    GOPROXY: { value: 'a=b', line: 2 },
    GOFLAGS: { value: '', line: 9 },
    GOOS: { value: 'linux\r', line: 8 },
  };
  expect(Object.fromEntries(parseEnvFile(text, 'last'))).toEqual(variables);
  const first = { ...variables, GOFLAGS: { value: '"-x" # why', line: 7 } };
  expect(Object.fromEntries(parseEnvFile(text, 'first'))).toEqual(first);
  expect(parseEnvFile(null, 'last').size).toBe(0);
});

it('finds what sets a variable: the environment unless it is empty, then the first file that has it', () => {
  const user = { path: '/user', variables: parseEnvFile('GOWORK=\n', 'last') };
  const goroot = { path: '/go.env', variables: parseEnvFile('#\nGOWORK=off\nGOPROXY=x\n', 'first') };
  const inUser = { value: '', file: '/user', line: 1 };
  const inGoroot = { value: 'off', file: '/go.env', line: 2 };
  const files = [user, null, goroot];
  expect(settingsOf('GOWORK', { GOWORK: 'auto' }, files)).toEqual([
    { value: 'auto', file: null, line: null },
    inUser,
    inGoroot,
  ]);
  expect(settingsOf('GOWORK', { GOWORK: '' }, files)).toEqual([inUser, inGoroot]);
  expect(settingsOf('GOPROXY', {}, files)).toEqual([{ value: 'x', file: '/go.env', line: 3 }]);
  expect(settingsOf('GOSUMDB', {}, files)).toEqual([]);
});
