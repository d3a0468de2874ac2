import { expect, it } from 'vitest';
import { differentPrograms } from './different-programs.ts';

const shop = 'example.com/shop';

/** A main package, its module, and what Burrow calls it. */
type Given = [mainPackage: string | null, mainModule: string | null, subject?: string];

const program = ([mainPackage, mainModule, subject = '']: Given) => ({
  mainPackage,
  mainModule,
  subject,
  project: '/home/jo/shop',
});

it.each<[name: string, a: Given, b: Given, expected: [string, string] | null]>([
  ['one program', [`${shop}/cmd/a`, shop], [`${shop}/cmd/a`, shop], null],
  ['two of one module', [`${shop}/cmd/a`, shop], [`${shop}/cmd/b`, shop], ['./cmd/a', './cmd/b']],
  ['the one in the root and another', [shop, shop], [`${shop}/cmd/b`, shop], [shop, './cmd/b']],
  [
    'two of one name in one module',
    [`${shop}/a/server`, shop],
    [`${shop}/b/server`, shop],
    ['./a/server', './b/server'],
  ],
  ['one that moved out of the root', [shop, shop], [`${shop}/cmd/shop`, shop], null],
  [
    'one whose module was renamed',
    [`${shop}/cmd/a`, shop],
    ['example.org/shop/v2/cmd/a', 'example.org/shop/v2'],
    null,
  ],
  [
    'another one of a renamed module',
    [shop, shop],
    ['example.org/shop/x', 'example.org/shop'],
    [shop, './x'],
  ],
  [
    'those of two modules',
    [shop, shop],
    ['example.com/till', 'example.com/till'],
    [shop, 'example.com/till'],
  ],
  ['two of the standard library', ['cmd/go', null], ['cmd/gofmt', null], ['cmd/go', 'cmd/gofmt']],
  ['one of which one side has no modules', ['example.com/shop/cmd/a', null], [`${shop}/cmd/a`, shop], null],
  ['another of which one side has no modules', ['cmd/go', null], [shop, shop], ['cmd/go', shop]],
  ['without a main package', [null, null, 'a'], [null, null, 'b'], null],
  ['main packages that an older history lacks', [null, shop, './a'], [null, shop, './b'], ['./a', './b']],
  [
    'recorded programs of files',
    ['command-line-arguments', null, 'a'],
    ['command-line-arguments', null, 'b'],
    null,
  ],
  [
    'files of a project',
    ['command-line-arguments', null, './a/main.go'],
    ['command-line-arguments', null, './b/main.go'],
    ['./a/main.go', './b/main.go'],
  ],
  ['a file and a package', ['command-line-arguments', shop, 'a'], [`${shop}/cmd/a`, shop, './cmd/a'], null],
])('%s', (_name, a, b, expected) => {
  expect(differentPrograms(program(a), program(b))).toEqual(expected && { a: expected[0], b: expected[1] });
});
