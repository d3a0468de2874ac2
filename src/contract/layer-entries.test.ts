import { array, assert, constantFrom, property, stringMatching, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { LayerEntries } from './image-contents.ts';
import { layersOf, layersText } from './layer-entries.ts';

function layer(paths: string[], modes: number[] = paths.map(() => 0o644)): LayerEntries {
  const zeros = paths.map(() => 0);
  return { paths, kinds: zeros, bytes: paths.map((_, at) => at), modes, uids: zeros, gids: zeros, links: {} };
}

function arrived(layers: readonly LayerEntries[]): LayerEntries[] {
  return layersOf({ layersJson: layersText(layers) }).map(({ names: _names, ...entries }) => entries);
}

test.each<[what: string, layers: LayerEntries[]]>([
  ['no layers', []],
  ['a layer without entries', [layer([])]],
  ['the root alone', [layer([''])]],
  ['the root among others', [layer(['a', '', 'b', 'b/c', '', 'b/d'])]],
  ['a folder that begins like another', [layer(['ab/c', 'ab/d', 'a/d', 'ad/e', 'ad'])]],
  ['links and modes', [{ ...layer(['a/b', 'a/c', 'a/d'], [1, 1, 2]), links: { 1: 'a//b' } }, layer(['x'])]],
])('layers are sent and read: %s', (_, layers) => {
  expect(arrived(layers)).toEqual(layers);
});

test('any paths are sent and read', () => {
  const name = stringMatching(/^[ab."\\\n]{1,2}$/);
  const path = array(name, { maxLength: 4 }).map((names) => names.join('/'));
  assert(
    property(array(tuple(path, constantFrom(0o644, 0o755))), (entries) => {
      const layers = [
        layer(
          entries.map(([each]) => each),
          entries.map(([, mode]) => mode),
        ),
      ];
      expect(arrived(layers)).toEqual(layers);
    }),
  );
});

test('files of one folder take their names only', () => {
  const paths = Array.from({ length: 1000 }, (_, at) => `usr/share/a-long-folder-name/${at}`);
  expect(layersText([layer(paths)]).length).toBeLessThan(JSON.stringify([layer(paths)]).length / 3);
});

test('names are known where an entry is in the folder of the one before', () => {
  const [sent] = layersOf({
    layersJson: layersText([layer(['a/b', 'a/c', 'a/d/e', 'a/f', 'a/g', 'h', 'i'])]),
  });
  expect(sent?.names).toEqual([null, 'c', null, null, 'g', null, null]);
});
