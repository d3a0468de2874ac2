import { expect, it } from 'vitest';
import { lineOfCommand, lineOfStatement } from './statement.ts';

const lines = [
  'export GOPATH="/a"  # mine',
  'eval "$(made)"',
  'true',
  'export \\',
  '  LANG=C \\',
  '  GOPATH=/b',
  '[ -n "$GOPATH" ] &&',
  '  export GOPATH=/c',
];

it.each([
  ['export GOPATH="/a"', 1, 1],
  ['export LANG=C GOPATH=/b', 4, 6],
  ['export LANG=C GOPATH=/b', 6, 6],
  ['[ -n "$GOPATH" ] && export GOPATH=/c', 7, 8],
  // What eval runs stands nowhere.
  ['export GOPATH=/made', 3, null],
  // Elsewhere, but not in that line.
  ['export GOPATH=/c', 3, null],
  ['', 1, null],
])('finds %j, said to be in line %j, in line %j', (raw, line, expected) => {
  expect(lineOfStatement(lines, { line, raw, name: 'GOPATH' })).toBe(expected);
});

const fish = [
  "eval 'set -gx A 1'",
  "eval 'true",
  "set -gx B 2'",
  'eval (echo set -gx C 3)',
  'echo "set -gx D 4" | source',
  'setit E 5; setit F 6',
  'setit F 6',
  'only $x',
];

it.each([
  ["eval 'set -gx A 1'", [], 1],
  ["eval 'true set -gx B 2'", [], 2],
  ["eval 'set -gx C 3'", ['echo set -gx C 3'], 4],
  ["eval 'set -gx C 3'", [], null],
  ['source', ["echo 'set -gx D 4'"], 5],
  ['setit E 5', [], 6],
  // In two lines, of which none can be told to be it.
  ['setit F 6', [], null],
  ['only y', [], 8],
  ['none', [], null],
])('finds the command %j after %j in line %j', (text, before, expected) => {
  expect(lineOfCommand(fish, { text, before })).toBe(expected);
});
