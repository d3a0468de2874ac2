import { expect, it } from 'vitest';
import { assigns, canSet, declaresLocally, isCompound, mayAssign } from './commands.ts';

const command = (raw: string, text = raw) => ({ raw, text });

it.each([
  ['GOPATH=/a', true],
  ['export GOPATH=/a', true],
  ['export "GOPATH=/a"', true],
  ['A=1 GOPATH="/a b"', true],
  ['typeset -gx GOPATH=/a', true],
  ['read -r GOPATH', true],
  ['printf -v GOPATH %s x', true],
  ['GOPATH+=:/b', true],
  ['GOPATH=/a go build', false],
  ['export MYGOPATH=/a', false],
  ['x=$(export GOPATH=/a; echo 1)', false],
  ['export x=$(GOPATH=/a go env)', false],
  ['echo "export GOPATH=/a"', false],
  ['export GOPATH', false],
  ['if true\nthen\n\tGOPATH=/a\nfi', false],
])('%j assigns to GOPATH: %j', (raw, expected) => {
  expect(assigns(command(raw), 'GOPATH')).toBe(expected);
});

it.each([
  ['export $1=$2', 'export GOPATH=/a', true],
  ['export $(grep = .env)', 'export $(grep = .env)', true],
  ['true', 'true', false],
  ['echo $x', 'echo y', false],
  ['read "$name"', 'read "$name"', true],
])('%j can set GOPATH: %j', (raw, text, expected) => {
  expect(canSet(command(raw, text), 'GOPATH')).toBe(expected);
});

it.each([
  ['[[ -d / ]] && export GOPATH=/a', true],
  ['[[ -d / ]] || GOPATH="/a"', true],
  ['[[ -d / ]] && GOPATH=$HOME/go', true],
  ['[[ -d / ]] && export GOPATH=/other', false],
  ['export GOPATH="a && b"', false],
])('%j may have assigned /a to GOPATH: %j', (raw, expected) => {
  expect(mayAssign(raw, 'GOPATH', '/a')).toBe(expected);
});

it.each([
  ['local GOPATH=/a', true],
  ['typeset -x GOPATH=/a', true],
  ['declare GOPATH', true],
  ['declare -gx GOPATH=/a', false],
  ['typeset -g -x GOPATH=/a', false],
  ['export GOPATH=/a', false],
  ['local other=1', false],
])('in a function, %j declares GOPATH for it alone: %j', (raw, expected) => {
  expect(declaresLocally(command(raw), 'GOPATH')).toBe(expected);
});

it.each([
  ['for x in a b', true],
  ['setit () {\n\texport GOPATH=/a\n}', true],
  ['{\n\ttrue\n}', true],
  ['export GOPATH=/a', false],
  ['format x', false],
])('%j is made of others: %j', (raw, expected) => {
  expect(isCompound(raw)).toBe(expected);
});
