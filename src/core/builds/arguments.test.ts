import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveFlags, parseBuildArguments, parseGoflags, selectionFlags } from './arguments.ts';

const nothing = { chdir: null, output: null, dryRun: false, flags: [], packages: [] };

describe('arguments, parsed like go build', () => {
  it.each([
    ['nothing', [], {}],
    ['a package', ['./cmd/server'], { packages: ['./cmd/server'] }],
    ['-o with the next argument', ['-o', 'bin/x', './cmd/x'], { output: 'bin/x', packages: ['./cmd/x'] }],
    ['-o=', ['-o=bin/x', '.'], { output: 'bin/x', packages: ['.'] }],
    ['the last -o', ['-o', 'a', '--o', 'b'], { output: 'b' }],
    ['-C', ['-C', 'sub', '.'], { chdir: 'sub', packages: ['.'] }],
    ['a boolean, which takes no argument', ['-trimpath', '.'], { flags: ['-trimpath'], packages: ['.'] }],
    ['a boolean with a value', ['-trimpath=true', '-race=false'], { flags: ['-trimpath', '-race=false'] }],
    ['two dashes', ['--tags', 'a,b', '--v'], { flags: ['-tags=a,b', '-v'] }],
    [
      'a value that looks like a flag',
      ['-ldflags', '-s -w', '.'],
      { flags: ['-ldflags=-s -w'], packages: ['.'] },
    ],
    ['a value with =', ['-ldflags=-X main.v=1=2'], { flags: ['-ldflags=-X main.v=1=2'] }],
    ['a value with two lines', ['-ldflags=-X\nmain.v=1'], { flags: ['-ldflags=-X\nmain.v=1'] }],
    [
      '-buildvcs, a boolean with three values',
      ['-buildvcs', 'auto'],
      { flags: ['-buildvcs'], packages: ['auto'] },
    ],
    ['the end of flags', ['-v', '--', '-x'], { flags: ['-v'], packages: ['-x'] }],
    ['flags after a package, which are packages', ['.', '-v'], { packages: ['.', '-v'] }],
    ['a lone dash', ['-', 'x'], { packages: ['-', 'x'] }],
    ['a flag whose value is missing', ['-tags'], { flags: ['-tags='] }],
    ['-n', ['-n', '.'], { dryRun: true, flags: ['-n'], packages: ['.'] }],
    ['-n, then -n=false', ['-n', '-n=false'], { dryRun: false, flags: ['-n', '-n=false'] }],
    ['an unknown flag', ['-new', './x'], { flags: ['-new'], packages: ['./x'] }],
  ])('%s', (_name, args, expected) => {
    expect(parseBuildArguments(args)).toEqual({ ...nothing, ...expected });
  });

  it('parses its own flags and packages to the same result', () => {
    const argument = fc.oneof(
      fc.constantFrom(
        '-o',
        '-C',
        '-v',
        '--race',
        '-tags',
        '-ldflags=-s -w',
        '--',
        '-',
        './x',
        '-x=',
        '-p',
        '4',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(argument), (args) => {
        const { flags, packages } = parseBuildArguments(args);
        const again = parseBuildArguments([...flags, '--', ...packages]);
        expect([again.flags, again.packages]).toEqual([flags, packages]);
      }),
    );
  });
});

describe('GOFLAGS', () => {
  it.each([
    ['', []],
    ['-buildvcs=false', ['-buildvcs=false']],
    ['  -v   -trimpath=true ', ['-v', '-trimpath']],
    [`"-ldflags=-s -w" '-tags=a b'`, ['-ldflags=-s -w', '-tags=a b']],
    // A quote within a word is a part of it, and one that does not end is refused, as Go has it.
    [`-ldflags=-X=a='b' -v`, ["-ldflags=-X=a='b'", '-v']],
    [`-v "-tags=a`, []],
  ])('%j', (text, flags) => {
    expect(parseGoflags(text)).toEqual(flags);
  });

  it('is overridden by the same flag in the arguments', () => {
    expect(effectiveFlags('-trimpath -mod=mod', ['-mod=vendor'])).toEqual(['-trimpath', '-mod=vendor']);
  });
});

it('passes to go list only flags that select packages', () => {
  expect(selectionFlags(['-tags=a', '-ldflags=-s', '-mod=mod', '-v', '-race'])).toEqual([
    '-tags=a',
    '-mod=mod',
    '-race',
  ]);
});
