import { expect, test } from 'vitest';
import { changedVariables } from './variables.ts';

test('tells what was set, changed and cleared, and nothing else', () => {
  const before = { PATH: '/bin', GOROOT: '/old', HOME: '/home/ana', EMPTY: undefined };
  const after = { PATH: '/go/bin:/bin', GOROOT: undefined, HOME: '/home/ana', GOTOOLCHAIN: 'local' };
  expect(changedVariables(before, after)).toEqual({
    PATH: '/go/bin:/bin',
    GOROOT: null,
    GOTOOLCHAIN: 'local',
  });
});
