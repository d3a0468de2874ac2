import { expect, test } from 'vitest';
import { exampleLayer } from '#component-tests/example-layers.ts';
import type { WastedFile } from '#contract/image-contents';
import { fileSystem, type FileSystem } from './file-system.ts';
import { type FileFilter, matchesIn } from './matches.ts';
import { openFolders } from './open-folders.ts';
import { type FileOrder, treeRows } from './tree-rows.ts';
import { wasteByLayer, wastedFiles } from './waste.ts';

const layers = [
  exampleLayer(
    ['bin/sh', 'file', 1_200_000],
    ['etc/passwd', 'file', 40],
    ['tmp', 'directory'],
    ['usr/bin/go', 'symlink', '../lib/go'],
  ),
  exampleLayer(['app/server', 'file', 9_000_000], ['app/cache/x', 'file', 7]),
  exampleLayer(['app/server', 'file', 9_000_000], ['app/cache', 'whiteout'], ['etc/passwd', 'file', 50]),
];

function shown(
  files: FileSystem,
  {
    filter = 'all',
    search = '',
    layer = null,
    order = 'size',
    open = () => true,
  }: {
    filter?: FileFilter;
    search?: string;
    layer?: number | null;
    order?: FileOrder;
    open?: Parameters<typeof treeRows>[3];
  } = {},
): string[] {
  const found = matchesIn(files, { filter, search, layer, programs: new Set(['app/server']) });
  return treeRows(files, found, order, open).map(
    ({ node, level, position, siblings, bytes, files: count }) =>
      `${'  '.repeat(level - 1)}${node.gone ? '-' : ''}${node.name} ${bytes} ${count} ${position}/${siblings}`,
  );
}

test('folders have the sum of what is in them, largest first', () => {
  expect(shown(fileSystem(layers), { open: ({ path }) => path === 'app' })).toEqual([
    'app 9000000 1 1/5',
    '  server 9000000 1 1/1',
    'bin 1200000 1 2/5',
    'etc 50 1 3/5',
    'tmp 0 0 4/5',
    'usr 0 1 5/5',
  ]);
});

test('by name', () => {
  const names = shown(fileSystem(layers), { order: 'name', open: () => false });
  expect(names.map((each) => each.split(' ')[0])).toEqual(['app', 'bin', 'etc', 'tmp', 'usr']);
});

test.each<[FileFilter, string[]]>([
  ['large', ['app 9000000 1 1/2', '  server 9000000 1 1/1', 'bin 1200000 1 2/2', '  sh 1200000 1 1/1']],
  ['programs', ['app 9000000 1 1/1', '  server 9000000 1 1/1']],
  ['changed', ['app 9000000 1 1/2', '  server 9000000 1 1/1', 'etc 50 1 2/2', '  passwd 50 1 1/1']],
])('the filter %s', (filter, expected) => {
  expect(shown(fileSystem(layers), { filter })).toEqual(expected);
});

test('what a layer changed, with what it removed, which counts only in what was removed with it', () => {
  expect(shown(fileSystem(layers, 2), { filter: 'here', layer: 2 })).toEqual([
    'app 9000000 2 1/2',
    '  server 9000000 1 1/2',
    '  -cache 7 1 2/2',
    '    -x 7 1 1/1',
    'etc 50 1 2/2',
    '  passwd 50 1 1/1',
  ]);
  expect(shown(fileSystem(layers, 2), { layer: 2, search: 'cache' })).toEqual([]);
});

test('a search looks at whole paths, in any case', () => {
  expect(shown(fileSystem(layers), { search: ' /USR/bin' })).toEqual([
    'usr 0 1 1/1',
    '  bin 0 1 1/1',
    '    go 0 1 1/1',
  ]);
  expect(shown(fileSystem(layers), { search: 'nothing' })).toEqual([]);
});

const wasted: WastedFile[] = [
  { path: 'app/server', bytes: 9_000_000, layer: 1, hiddenBy: 2, how: 'same', again: 'app/server' },
  { path: 'app/server', bytes: 5, layer: 0, hiddenBy: 1, how: 'replaced', again: null },
  { path: 'app/cache/x', bytes: 7, layer: 1, hiddenBy: 2, how: 'removed', again: null },
];

test('wasted files, by path and by layer', () => {
  expect(shown(wastedFiles(wasted, null), { filter: 'wasted' })).toEqual([
    'app 9000012 2 1/1',
    '  server 9000005 1 1/2',
    '  cache 7 1 2/2',
    '    x 7 1 1/1',
  ]);
  expect(shown(wastedFiles(wasted, 0), { filter: 'wasted', layer: 0 })).toEqual([
    'app 5 1 1/1',
    '  server 5 1 1/1',
  ]);
  expect(wasteByLayer(wasted, 3)).toEqual([5, 9_000_007, 0]);
});

test('folders are open as their user left them, on the way to programs, and if few files match', () => {
  const [, bin, , etc] = fileSystem([exampleLayer(['bin/a/b'], ['etc/c'])]).nodes;
  const open = (...args: Parameters<typeof openFolders>) =>
    [bin, etc].map((node) => node && openFolders(...args)(node));
  expect([bin?.path, etc?.path]).toEqual(['bin', 'bin/a/b']);
  expect(open(new Map(), ['bin/a/b'], null)).toEqual([true, false]);
  expect(open(new Map([['bin', false]]), ['bin/a/b'], null)).toEqual([false, false]);
  expect(open(new Map(), [], 500)).toEqual([true, true]);
  expect(open(new Map(), [], 501)).toEqual([false, false]);
});
