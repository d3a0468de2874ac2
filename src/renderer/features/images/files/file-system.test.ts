import { expect, test } from 'vitest';
import { exampleLayer, type ExampleEntry } from '#component-tests/example-layers.ts';
import { fileSystem } from './file-system.ts';

/** `path bytes@layer`, `~` if it replaced something, `-` if it is gone; folders without an entry `@-`. */
function listing(layers: readonly (readonly ExampleEntry[])[], last: number | null = null): string[] {
  const { nodes } = fileSystem(
    layers.map((each) => exampleLayer(...each)),
    last,
  );
  return nodes.slice(1).map(({ path, bytes, layer, change, gone }) => {
    const mark = gone ? '-' : change === 'changed' ? '~' : '';
    return `${mark}${path} ${bytes}@${layer < 0 ? '-' : layer}`;
  });
}

test.each<[what: string, layers: ExampleEntry[][], expected: string[]]>([
  ['folders are before what is in them', [[['a/b/c', 'file', 3]]], ['a 0@-', 'a/b 0@-', 'a/b/c 3@0']],
  ['a file replaces the one below', [[['a', 'file', 1]], [['a', 'file', 2]]], ['~a 2@1']],
  [
    'a whiteout removes a folder',
    [
      [
        ['a/b', 'file', 1],
        ['c', 'file', 1],
      ],
      [['a', 'whiteout']],
    ],
    ['c 1@0'],
  ],
  [
    'an opaque folder keeps what its layer has',
    [
      [['a/b', 'file', 1]],
      [
        ['a/c', 'file', 2],
        ['a', 'opaque'],
      ],
    ],
    ['a 0@-', 'a/c 2@1'],
  ],
  [
    'a layer removes and adds one path: what was in it stays away',
    [
      [['a/b', 'file', 1]],
      [
        ['a', 'whiteout'],
        ['a', 'directory'],
        ['a/c', 'file', 2],
      ],
    ],
    ['~a 0@1', 'a/c 2@1'],
  ],
  ['a file in place of a folder', [[['a/b', 'file', 1]], [['a', 'file', 5]]], ['a 5@1']],
  [
    'a folder in place of a link',
    [
      [['a', 'symlink', 'b']],
      [
        ['a', 'directory'],
        ['a/c', 'file', 1],
      ],
    ],
    ['~a 0@1', 'a/c 1@1'],
  ],
  ['the same folder again is no change', [[['a', 'directory']], [['a', 'directory']]], ['a 0@0']],
  ['another mode is', [[['a', 'directory']], [['a', 'directory', 0, 0o700]]], ['~a 0@1']],
  [
    'a whiteout of what is not there',
    [
      [['a', 'file', 1]],
      [
        ['b/c', 'whiteout'],
        ['d', 'opaque'],
      ],
    ],
    ['a 1@0'],
  ],
])('%s', (_, layers, expected) => {
  expect(listing(layers)).toEqual(expected);
});

const three: ExampleEntry[][] = [
  [
    ['a/b', 'file', 1],
    ['c', 'file', 2],
  ],
  [
    ['a', 'whiteout'],
    ['d', 'file', 3],
  ],
  [['c', 'file', 4]],
];

test('up to a layer, with what that layer removed', () => {
  expect(listing(three, 1)).toEqual(['-a 0@-', '-a/b 1@0', 'c 2@0', 'd 3@1']);
  expect(listing(three, 2)).toEqual(['~c 4@2', 'd 3@1']);
  expect(listing(three, 0)).toEqual(['a 0@-', 'a/b 1@0', 'c 2@0']);
});

test('no layers', () => {
  expect(listing([])).toEqual([]);
});
