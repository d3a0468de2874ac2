import { describe, expect, it } from 'vitest';
import { parseBuildArguments } from './arguments.ts';
import {
  expectedProgram,
  type ListedPackage,
  parseListing,
  programName,
  programSuffix,
  subjectOf,
} from './packages.ts';

const server: ListedPackage = {
  name: 'main',
  importPath: 'example.com/shop/cmd/server',
  dir: '/shop/cmd/server',
  moduleDir: '/shop',
  files: ['main.go'],
};
const root = { ...server, importPath: 'example.com/shop', dir: '/shop' };
const library = { ...server, name: 'catalog', importPath: 'example.com/shop/catalog', dir: '/shop/catalog' };
const elsewhere = {
  ...server,
  importPath: 'example.org/tool/cmd/gen',
  dir: '/mod/tool/cmd/gen',
  moduleDir: '/mod/tool',
};
const fromFiles = {
  ...server,
  importPath: 'command-line-arguments',
  moduleDir: null,
  files: ['b.go', 'a.go'],
};

it('reads what go list prints', () => {
  const line = 'main\texample.com/shop/cmd/server\t/shop/cmd/server\t/shop\tmain.go/';
  expect(parseListing(`${line}\r\n\t./nosuch\t\t\t/\n`)).toEqual([
    server,
    { name: '', importPath: './nosuch', dir: '', moduleDir: null, files: [] },
  ]);
});

describe('the subject', () => {
  it.each([
    ['a package, from the module', [server], ['./cmd/server'], '/shop', './cmd/server'],
    ['the same by its import path', [server], ['example.com/shop/cmd/server'], '/shop', './cmd/server'],
    ['the same from its own folder', [server], [], '/shop/cmd/server', './cmd/server'],
    ['the same by its absolute path', [server], ['/shop/cmd/server'], '/elsewhere', './cmd/server'],
    ["the module's own folder", [root], ['.'], '/shop', '.'],
    [
      'a package of another module',
      [elsewhere],
      ['example.org/tool/cmd/gen'],
      '/shop',
      'example.org/tool/cmd/gen',
    ],
    ['files', [fromFiles], ['b.go', 'a.go'], '/shop/cmd/server', './cmd/server/b.go ./cmd/server/a.go'],
    ['several packages', [server, library], ['./...'], '/shop', './...'],
    ['several packages from within', [server, library], ['../...'], '/shop/cmd', './...'],
    ['what Go cannot read', [], ['./cmd/broken/'], '/shop', './cmd/broken'],
    ['nothing said, and Go cannot read it', [], [], '/shop/cmd/broken', './cmd/broken'],
    ['a name that Go does not know', [], ['example.com/none'], '/shop', 'example.com/none'],
  ] as [string, ListedPackage[], string[], string, string][])('%s', (_name, listed, args, dir, subject) => {
    expect(subjectOf(listed, parseBuildArguments(args), dir, '/shop')).toBe(subject);
  });
});

it.each([
  [server, 'server'],
  [{ ...server, importPath: 'example.com/mycmd/v2' }, 'mycmd'],
  [{ ...server, importPath: 'example.com/mycmd/v1' }, 'v1'],
  [{ ...server, importPath: 'example.com/mycmd/v10' }, 'mycmd'],
  [{ ...server, importPath: 'v2' }, 'v2'],
  [fromFiles, 'b'],
])('names the program of %o %s', (program, name) => {
  expect(programName(program)).toBe(name);
});

it.each([
  [[], '.exe', '.exe'],
  [['-buildmode=pie'], '', ''],
  [['-buildmode=c-archive'], '.exe', '.a'],
  [['-buildmode=c-shared'], '.exe', ''],
])('puts %j %j after a name: %j', (flags, goexe, suffix) => {
  expect(programSuffix(flags, goexe)).toBe(suffix);
});

describe('the program that will be written', () => {
  it.each([
    ['into the folder where Go runs', [server], [], '/shop/server'],
    ['to -o', [server], ['-o', 'bin/x'], '/shop/bin/x'],
    ['to an absolute -o', [server], ['-o', '/tmp/x'], '/tmp/x'],
    ['into -o, a folder that is there', [server], ['-o', 'out'], '/shop/out/server'],
    ['into -o, a folder by its slash', [server], ['-o', 'new/'], '/shop/new/server'],
    ['into -o, of several packages the one program', [library, server], ['-o', 'out'], '/shop/out/server'],
    ['nowhere, to the null device', [server], ['-o', '/dev/null'], null],
    ['nowhere, with -n', [server], ['-n'], null],
    ['nowhere, for a library', [library], [], null],
    ['nowhere, for a library with -o: that is an archive', [library], ['-o', 'x'], null],
    ['nowhere, for several packages without -o', [library, server], [], null],
    ['more than one place, so none', [root, server], ['-o', 'out'], null],
    ['nowhere, when Go cannot read the package', [{ ...server, name: '' }], [], null],
  ] as [string, ListedPackage[], string[], string | null][])('%s', (_name, listed, args, path) => {
    const place = { dir: '/shop', suffix: '', isFolder: (each: string) => each === '/shop/out' };
    expect(expectedProgram(listed, parseBuildArguments(args), place)).toBe(path);
  });
});
