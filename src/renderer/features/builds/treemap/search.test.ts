import { expect, it } from 'vitest';
import type { ProgramPart } from '#contract/report/program-tree';
import { found, holds } from './search.ts';

const part = (name: string, ...parts: ProgramPart[]): ProgramPart => ({
  key: name,
  kind: 'packages',
  name,
  bytes: 1,
  before: undefined,
  parts,
});
const parts = [
  part('golang.org/x/net', part('golang.org/x/net/http2'), part('golang.org/x/net/idna')),
  part('b'),
];

it.each([
  ['', null],
  ['  ', null],
  ['HTTP2', ['golang.org/x/net/http2']],
  ['x/net', ['golang.org/x/net', 'golang.org/x/net/http2', 'golang.org/x/net/idna']],
  ['nothing', []],
])('%j finds %j', (query, names) => {
  const matches = found(parts, query);
  expect(matches && [...matches].map(({ name }) => name)).toEqual(names);
});

it('a part holds what is found in it', () => {
  const matches = found(parts, 'idna') ?? new Set();
  expect(parts.map((each) => holds(each, matches))).toEqual([true, false]);
});
