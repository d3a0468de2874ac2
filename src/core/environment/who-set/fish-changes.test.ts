import { expect, it } from 'vitest';
import { setsAgain } from './fish-changes.ts';

it.each([
  ['set -gx GOPATH /a', true],
  ['set GOPATH /a', true],
  ['set -l GOPATH /a', false],
  ['set -lx GOPATH /a', false],
  ['set --local GOPATH /a', false],
  ['set GOPATH /hidden', false],
  ['read -gx GOPATH', true],
  ['read -l GOPATH', false],
  ['true', false],
])('%j gives a variable its value /a again: %j', (text, expected) => {
  expect(setsAgain(text, '/a')).toBe(expected);
});
