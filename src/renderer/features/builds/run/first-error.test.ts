import { expect, it } from 'vitest';
import { firstError } from './first-error.ts';

it.each([
  [
    '# example.com/x\nmain.go:6:24: too many return values\n\thave (number)\n',
    'main.go:6:24: too many return values',
  ],
  ['main.go:4:2: a\nmain.go:5:2: b\n', 'main.go:4:2: a'],
  ['go.mod:3: unknown directive: goo\n', 'go.mod:3: unknown directive: goo'],
  ['go: cannot find main module\n', 'go: cannot find main module'],
  ['\n \n', null],
])('%j', (log, line) => {
  expect(firstError(log)).toBe(line);
});
