import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { exampleLayer, type ExampleEntry } from '#component-tests/example-layers.ts';
import type { ImageEntryKind } from '#contract/image-entry-kinds';
import { layersOf, layersText } from '#contract/layer-entries';
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

test('an entry in place of a folder that its layer uses itself, in any order', () => {
  expect(
    listing([
      [
        ['a', 'file', 5],
        ['a/b', 'file', 1],
      ],
    ]),
  ).toEqual(['a 5@0', 'a/b 1@0']);
  expect(
    listing([
      [
        ['a/b', 'file', 1],
        ['a', 'file', 5],
      ],
    ]),
  ).toEqual(['a 5@0']);
});

/** A model that is plain and slow: paths in a map. */
function model(layers: readonly (readonly ExampleEntry[])[]): string[] {
  const at = new Map<string, string>();
  const below = (path: string) => [...at.keys()].filter((each) => each.startsWith(`${path}/`));
  for (const [layer, entries] of layers.entries()) {
    for (const [path, kind] of entries) {
      if (kind !== 'whiteout' && kind !== 'opaque') continue;
      for (const each of below(path)) at.delete(each);
      if (kind === 'whiteout') at.delete(path);
    }
    for (const [path, kind = 'file', bytes] of entries) {
      if (kind === 'whiteout' || kind === 'opaque') continue;
      const parts = path.split('/');
      for (let depth = 1; depth < parts.length; depth++) {
        const folder = parts.slice(0, depth).join('/');
        if (!at.has(folder)) at.set(folder, `${folder} 0`);
      }
      if (kind !== 'directory') for (const each of below(path)) at.delete(each);
      if (kind !== 'directory' || !at.get(path)?.endsWith(' dir')) {
        at.set(path, kind === 'directory' ? `${path} 0 dir` : `${path} ${Number(bytes)} of ${layer}`);
      }
    }
  }
  return [...at.values()].map((each) => each.replace(/ dir$| of \d+$/, '')).toSorted();
}

test('is the same as a plain model', () => {
  const name = constantFrom('a', 'b', 'c');
  const path = array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  const kind = constantFrom<ImageEntryKind>('file', 'file', 'directory', 'symlink', 'whiteout', 'opaque');
  const entry = tuple(path, kind, nat(9)).map(
    ([at, of, bytes]): ExampleEntry => [at, of, of === 'file' ? bytes : 0],
  );
  // A layer has each path once, besides what it removes, and nothing in what is no folder of it.
  const layer = array(entry, { maxLength: 6 }).map((entries) =>
    entries.filter(
      ([own, ownKind], index) =>
        !entries.some(
          ([other, otherKind], at) =>
            at < index &&
            isEntry(ownKind) &&
            isEntry(otherKind) &&
            (own === other || own.startsWith(`${other}/`) || other.startsWith(`${own}/`)),
        ),
    ),
  );
  assert(
    property(array(layer, { maxLength: 4 }), (layers) => {
      const layersJson = layersText(layers.map((each) => exampleLayer(...each)));
      const { nodes } = fileSystem(layersOf({ layersJson }));
      const found = nodes.slice(1).map((node) => `${node.path} ${node.bytes}`);
      expect(found.toSorted()).toEqual(model(layers));
      for (const [index, node] of nodes.entries()) {
        expect(node.index).toBe(index);
        if (node.parent) expect(node.parent.children).toContain(node);
      }
    }),
  );
});

function isEntry(kind: ImageEntryKind | undefined): boolean {
  return kind !== 'whiteout' && kind !== 'opaque';
}
