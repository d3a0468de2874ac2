import { expect, test } from 'vitest';
import { exampleLayer } from '#component-tests/example-layers.ts';
import { fileSystem } from './file-system.ts';
import { matchesIn } from './matches.ts';
import { type KeyAction, keyAction } from './tree-keys.ts';
import { treeRows } from './tree-rows.ts';

const files = fileSystem([
  exampleLayer(
    ['bin/busybox'],
    ['bin/sh'],
    ['etc/group'],
    ['go.mod'],
    ['usr/share/go'],
    ['empty', 'directory'],
  ),
]);
const found = matchesIn(files, { filter: 'all', search: '', layer: null, programs: new Set() });
// bin, busybox, sh, empty, etc, go.mod, usr
const rows = treeRows(files, found, 'name', ({ path }) => path === 'bin' || path === 'empty');

test('the rows', () => {
  expect(rows.map(({ node }) => node.name)).toEqual([
    'bin',
    'busybox',
    'sh',
    'empty',
    'etc',
    'go.mod',
    'usr',
  ]);
});

test.each<[active: number, key: string, typed: string, action: KeyAction | null]>([
  [0, 'ArrowDown', '', { to: 1 }],
  [6, 'ArrowDown', '', { to: 6 }],
  [0, 'ArrowUp', '', { to: 0 }],
  [3, 'Home', '', { to: 0 }],
  [3, 'End', '', { to: 6 }],
  [3, 'PageDown', '', { to: 6 }],
  [3, 'PageUp', '', { to: 0 }],
  [4, 'ArrowRight', '', { open: ['etc'] }],
  [0, 'ArrowRight', '', { to: 1 }],
  [3, 'ArrowRight', '', {}],
  [5, 'ArrowRight', '', {}],
  [0, 'ArrowLeft', '', { close: ['bin'] }],
  [2, 'ArrowLeft', '', { to: 0 }],
  [4, 'ArrowLeft', '', {}],
  [4, 'Enter', '', { open: ['etc'] }],
  [0, ' ', '', { close: ['bin'] }],
  [5, 'Enter', '', {}],
  [0, '*', '', { open: ['etc', 'usr'] }],
  [0, 'b', 'b', { to: 1 }],
  [1, 'b', 'b', { to: 0 }],
  [1, 'u', 'bu', { to: 1 }],
  [6, 'G', 'G', { to: 5 }],
  [0, 'q', 'q', {}],
  [0, 'Escape', '', null],
  [9, 'Home', '', null],
])('at row %i, %s (typed %j)', (active, key, typed, action) => {
  expect(keyAction(rows, active, key, typed)).toEqual(action);
});
