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

/** What `go list` prints of a package. */
const printed = (...fields: string[]) => fields.map((each) => `${each}\0`).join('');

it('parses the output of go list', () => {
  const odd = '/shop/a\tb\nc';
  const listing = [
    printed('main', 'example.com/shop/cmd/server', '/shop/cmd/server', '/shop', 'main.go/'),
    printed('', './nosuch', '', '', '/'),
    printed('main', 'example.com/odd', odd, odd, 'a.go/b.go'),
  ];
  for (const end of ['\n', '\r\n']) {
    expect(parseListing(listing.map((each) => each + end).join(''))).toEqual([
      server,
      { name: '', importPath: './nosuch', dir: '', moduleDir: null, files: [] },
      { name: 'main', importPath: 'example.com/odd', dir: odd, moduleDir: odd, files: ['a.go', 'b.go'] },
    ]);
  }
});

describe('the subject', () => {
  it.each([
    ['a package, from the module', [server], ['./cmd/server'], '/shop', './cmd/server'],
    ['the same by its import path', [server], ['example.com/shop/cmd/server'], '/shop', './cmd/server'],
    ['the same from its own folder', [server], [], '/shop/cmd/server', './cmd/server'],
    ['the same by its absolute path', [server], ['/shop/cmd/server'], '/elsewhere', './cmd/server'],
    ["the module's own folder", [root], ['.'], '/shop', 'example.com/shop'],
    [
      'a package of another module',
      [elsewhere],
      ['example.org/tool/cmd/gen'],
      '/shop',
      'example.org/tool/cmd/gen',
    ],
    ['files', [fromFiles], ['b.go', 'a.go'], '/shop/cmd/server', './cmd/server/b.go ./cmd/server/a.go'],
    ['several packages', [server, library], ['./...'], '/shop', './...'],
    ['several packages from a subfolder', [server, library], ['../...'], '/shop/cmd', './...'],
    ['a package that Go cannot read', [], ['./cmd/broken/'], '/shop', './cmd/broken'],
    ['no arguments, in a folder that Go cannot read', [], [], '/shop/cmd/broken', './cmd/broken'],
    ['an unknown import path', [], ['example.com/none'], '/shop', 'example.com/none'],
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
])('the program of %o is named %s', (program, name) => {
  expect(programName(program)).toBe(name);
});

it.each([
  [[], '.exe', '.exe'],
  [['-buildmode=pie'], '', ''],
  [['-buildmode=c-archive'], '.exe', '.a'],
  [['-buildmode=c-shared'], '.exe', ''],
])('with %j and GOEXE %j the suffix is %j', (flags, goexe, suffix) => {
  expect(programSuffix(flags, goexe)).toBe(suffix);
});

describe('the expected program', () => {
  it.each([
    ['in the folder where Go runs', [server], [], '/shop/server'],
    ['at -o', [server], ['-o', 'bin/x'], '/shop/bin/x'],
    ['at an absolute -o', [server], ['-o', '/tmp/x'], '/tmp/x'],
    ['in -o, an existing folder', [server], ['-o', 'out'], '/shop/out/server'],
    ['in -o, a folder because of its slash', [server], ['-o', 'new/'], '/shop/new/server'],
    ['in -o, the only program of several packages', [library, server], ['-o', 'out'], '/shop/out/server'],
    ['none, for the null device', [server], ['-o', '/dev/null'], null],
    ['none, with -n', [server], ['-n'], null],
    ['none, for a library', [library], [], null],
    ['none, for a library with -o, which is an archive', [library], ['-o', 'x'], null],
    ['none, for several packages without -o', [library, server], [], null],
    ['none, for several programs', [root, server], ['-o', 'out'], null],
    ['none, if Go cannot read the package', [{ ...server, name: '' }], [], null],
  ] as [string, ListedPackage[], string[], string | null][])('%s', (_name, listed, args, path) => {
    const place = { dir: '/shop', suffix: '', isFolder: (each: string) => each === '/shop/out' };
    expect(expectedProgram(listed, parseBuildArguments(args), place)).toBe(path);
  });
});
