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
  [
    "flag provided but not defined: -tirmpath\nusage: go build [-o output] [build flags] [packages]\nRun 'go help build' for details.\n",
    'flag provided but not defined: -tirmpath',
  ],
  [
    'invalid value "x" for flag -p: parse error\nusage: go build [-o output]\nRun \'go help build\' for details.\n',
    'invalid value "x" for flag -p: parse error',
  ],
  [
    '# example.com/x\nflag provided but not defined: -Y\nusage: link [options] main.o\n  -B note\n    \tadd an ELF note\n',
    'flag provided but not defined: -Y',
  ],
  [
    'go: downloading example.com/y v1.0.0\ngo: example.com/y@v1.0.0: not found\n',
    'go: example.com/y@v1.0.0: not found',
  ],
  ["Run 'go help build' for details.\n", null],
  ['\n \n', null],
])('%j', (log, line) => {
  expect(firstError(log)).toBe(line);
});
