import { describe, expect, it } from 'vitest';
import { failure } from '#contract/failure';
import { type Compiler, compilerProblems, productOf } from './c-compiler.ts';
import type { DeveloperFolder } from '../machine/index.ts';
import { toolsProblems } from './command-line-tools.ts';
import { engineProblems } from './container-engine.ts';
import { noGit, refused } from './git.ts';
import { directiveIn, missing, namesIn, noProgram } from './pkg-config.ts';

const ok: Compiler = {
  os: 'linux',
  name: 'gcc',
  cc: null,
  file: '/usr/bin/gcc',
  enabled: null,
  packages: [],
  install: 'sudo apt-get install build-essential',
};
const user = { importPath: 'example.com/p', dir: '/p', files: ['a.go'], required: true, pkgConfig: [] };
const packages = [user];
const optional = [{ ...user, required: false }];
const set = (value: string) => ({ value, file: '/env', line: 1 });

describe('the C compiler', () => {
  it.each<[string, Partial<Compiler>, string | null]>([
    ['there', {}, null],
    ['missing, and nobody needs it', { file: null }, null],
    ['missing, and the project needs it', { file: null, packages }, 'error doctor.no-c-compiler command'],
    [
      'missing, and the project can do without',
      { file: null, packages: optional },
      'info doctor.no-c-compiler command',
    ],
    ['off, and the project can do without', { enabled: set('0'), packages: optional }, null],
    ['missing, and CGO_ENABLED=1', { file: null, enabled: set('1') }, 'warning doctor.no-c-compiler command'],
    ['missing, and CC names it', { file: null, cc: set('cc-9') }, 'warning doctor.no-c-compiler none'],
    ['off, and nobody needs it', { enabled: set('0') }, null],
    ['off, and the project needs it', { enabled: set('0'), packages }, 'error doctor.cgo-off none'],
    ["conda's", { file: '/home/me/miniconda3/bin/gcc' }, 'info doctor.foreign-compiler none'],
    [
      "conda's, and needed",
      { file: '/home/me/miniconda3/bin/gcc', packages },
      'warning doctor.foreign-compiler none',
    ],
    ["conda's, as CC says", { file: '/home/me/miniconda3/bin/gcc', cc: set('gcc'), packages }, null],
  ])('%s', (_name, more, expected) => {
    const [found] = compilerProblems({ ...ok, ...more });
    expect(found ? `${found.severity} ${found.reason.code} ${found.fix?.kind ?? 'none'}` : null).toBe(
      expected,
    );
  });

  it.each([
    ['/home/me/anaconda3/bin/x86_64-conda-linux-gnu-cc', 'conda'],
    ['/opt/miniforge3/envs/ml/bin/clang', 'conda'],
    ['/Users/me/mambaforge/bin/clang', 'conda'],
    ['/Users/me/emsdk/upstream/bin/clang', 'Emscripten'],
    [
      '/Users/me/Library/Android/sdk/ndk/27.0/toolchains/llvm/prebuilt/darwin-x86_64/bin/clang',
      'Android NDK',
    ],
    ['/Applications/MATLAB_R2026a.app/bin/maca64/clang', 'MATLAB'],
    ['/opt/homebrew/opt/llvm@19/bin/clang', 'Homebrew LLVM'],
    ['/usr/bin/clang', null],
    ['/usr/lib/llvm-14/bin/clang', null],
    ['/nix/store/abc-gcc/bin/gcc', null],
  ])('%s is of %s', (file, product) => {
    expect(productOf(file)).toBe(product);
  });
});

describe("a Mac's command-line tools", () => {
  const path = '/Library/Developer/CommandLineTools';
  it.each<[DeveloperFolder, string | null, string | null]>([
    [{ state: 'ready', path, isSet: false }, null, null],
    [{ state: 'none' }, 'warning', 'xcode-select --install'],
    [{ state: 'missing', path, isSet: false }, 'error', 'sudo xcode-select --reset'],
    [{ state: 'no-compiler', path, isSet: false }, 'error', 'sudo xcode-select --reset'],
    [{ state: 'missing', path, isSet: true }, 'error', null],
    [{ state: 'no-licence', path, isSet: false }, 'error', 'sudo xcodebuild -license accept'],
  ])('%j', (folder, severity, command) => {
    const [found] = toolsProblems(folder);
    expect(found?.severity ?? null).toBe(severity);
    expect(found?.fix?.kind === 'command' ? found.fix.command : null).toBe(command);
  });
});

describe('pkg-config', () => {
  it('finds the names among flags', () => {
    const words = ['gtk+-3.0', '--static', 'zlib', 'zlib', 'x;y', 'libpng16', '-I/x'];
    expect(namesIn(words)).toEqual(['gtk+-3.0', 'zlib', 'libpng16']);
  });

  it.each([
    ['// #cgo pkg-config: zlib', 'zlib', 1],
    ['/*\n#cgo CFLAGS: -O2\n#cgo linux,amd64 pkg-config: libpng zlib\n*/', 'zlib', 3],
    ['#cgo pkg-config: "gtk+-3.0"', 'gtk+-3.0', 1],
    ['#cgo pkg-config: zlib-ng', 'zlib', null],
    ['#cgo LDFLAGS: -lzlib', 'zlib', null],
  ])('%j has %s in line %s', (text, name, line) => {
    expect(directiveIn(text, name)?.line ?? null).toBe(line);
  });

  const needed = { name: 'gtk+-3.0', by: [{ file: '/p/a.go', line: 3, value: '#cgo pkg-config: gtk+-3.0' }] };
  it.each([
    ['apt-get', 'apt-file search /gtk+-3.0.pc'],
    ['dnf', "sudo dnf install 'pkgconfig(gtk+-3.0)'"],
    ['brew', null],
    [null, null],
  ] as const)('with %s: %s', (manager, command) => {
    expect(missing(needed, manager)).toMatchObject({
      severity: 'error',
      evidence: needed.by,
      fix: command === null ? null : { command },
    });
  });

  it('itself may be missing', () => {
    expect(noProgram('pkg-config', [needed], 'sudo apk add pkgconf')).toMatchObject({
      fix: { kind: 'command' },
    });
    expect(noProgram('/my/own', [needed], 'sudo apk add pkgconf').fix).toBeNull();
  });
});

it('git is needed more where modules come from it', () => {
  const direct = [{ file: null, line: null, value: 'GOPRIVATE=example.com' }];
  expect(noGit([], null)).toMatchObject({ severity: 'info', fix: null });
  expect(noGit(direct, 'brew install git')).toMatchObject({ severity: 'warning', evidence: direct });
  expect(refused('/my repo').fix).toEqual({
    kind: 'command',
    command: `git config --global --add safe.directory '/my repo'`,
  });
});

it('an engine that does not answer matters more where it was chosen', () => {
  const problem = failure('engine.slow', { engine: 'unix:///e', product: null });
  const endpoints = ['unix:///e'];
  expect(engineProblems({ chosen: false, endpoints, problem })).toMatchObject([
    { severity: 'info', about: 'engine.slow', evidence: [{ value: 'unix:///e' }] },
  ]);
  expect(engineProblems({ chosen: true, endpoints, problem })).toMatchObject([{ severity: 'warning' }]);
  expect(engineProblems({ chosen: true, endpoints, problem: null })).toEqual([]);
});
