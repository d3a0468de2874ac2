import { expect, it } from 'vitest';
import type { GoVariable, VariableOrigin } from '#contract/environment';
import { withSetters } from './env-setters.ts';

const environment: VariableOrigin = { kind: 'environment', file: null, line: null, from: null };
const file: VariableOrigin = { kind: 'file', file: '/h/.config/go/env', line: 2, from: null };

it('adds the startup file and line to what the environment sets', () => {
  const variables: GoVariable[] = [
    { name: 'GOPATH', value: '/a', origin: environment, hidden: [{ origin: file, value: '/b' }] },
    { name: 'GOBIN', value: '/c', origin: environment, hidden: [] },
    { name: 'GOFLAGS', value: '', origin: file, hidden: [{ origin: environment, value: '-v' }] },
  ];
  const setBy = { file: '/h/.zshrc', line: 3, shell: 'zsh', through: [] };
  const found = withSetters(variables, {
    variables: [
      { name: 'GOPATH', setBy },
      { name: 'GOBIN', setBy: null },
      { name: 'GOFLAGS', setBy },
    ],
  });
  const known = { ...environment, file: '/h/.zshrc', line: 3, setBy };
  expect(found.map(({ origin }) => origin)).toEqual([known, { ...environment, setBy: null }, file]);
  expect(found[0]?.hidden[0]?.origin).toEqual(file);
  expect(found[2]?.hidden[0]?.origin).toEqual(known);
});
