import { expect, it } from 'vitest';
import { readonlyGoflags } from './flags.ts';

it.each([
  ['', '-mod=readonly'],
  ['-mod=mod', '-mod=readonly'],
  ['--mod=vendor -tags=x', '-tags=x -mod=readonly'],
  ['-modfile=other.mod', '-modfile=other.mod -mod=readonly'],
  [`'-ldflags=-s -w' -v`, `'-ldflags=-s -w' -v -mod=readonly`],
  [`"-ldflags=-X 'a=b c'"`, `"-ldflags=-X 'a=b c'" -mod=readonly`],
])('%j becomes %j', (goflags, wanted) => {
  expect(readonlyGoflags(goflags)).toBe(wanted);
});
