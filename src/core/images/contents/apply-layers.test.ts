import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EntryText, layerOf, shortLayer } from '#testing/image-layers';
import { stressed } from '#testing/stress';
import { applyLayers } from './apply-layers.ts';
import type { LayerContent } from './layer-content.ts';
import { wasteOf } from './waste.ts';

/** The names of the final file system that a layer has an entry for, with the layer. */
function finalOf(layers: readonly LayerContent[]): string[] {
  return [...applyLayers(layers).entries()]
    .filter(({ entry }) => entry >= 0)
    .map(({ path, layer }) => `${layer}:${path}`)
    .toSorted();
}

const folderOf = (mode: number) => layerOf([{ path: 'a', kind: 'directory', mode }]);

/** Wasted files in short: path, bytes, where it is, what hides it and how. */
function wasted(layers: readonly LayerContent[]): string[] {
  return wasteOf(layers, applyLayers(layers)).files.map(
    ({ path, bytes, layer, hiddenBy, how, again }) =>
      `${path} ${bytes} ${layer}<${hiddenBy} ${how}${again === null ? '' : ` ${again}`}`,
  );
}

describe('the final file system', () => {
  test.each<[string, string[][], string[]]>([
    [
      'a folder joins the one below',
      [
        ['a/', 'a/x=1'],
        ['a/', 'a/y=2'],
      ],
      ['0:a/x', '1:a', '1:a/y'],
    ],
    ['a whiteout removes all below a folder', [['a/', 'a/x=1', 'a/b/', 'a/b/y=1', 'c=1'], ['!a']], ['0:c']],
    [
      'a whiteout removes nothing of its own layer',
      [
        ['a/', 'a/x=1'],
        ['a/', 'a/y=2', '!a'],
      ],
      ['1:a', '1:a/y'],
    ],
    [
      'an opaque folder',
      [
        ['a/', 'a/x=1', 'a/b/y=1'],
        ['a/', 'a/z=1', '!a/'],
      ],
      ['1:a', '1:a/z'],
    ],
    [
      'an opaque root',
      [
        ['x=1', 'a/y=1'],
        ['z=1', '!/'],
      ],
      ['1:z'],
    ],
    ['a file replaces a folder', [['a/', 'a/x=1', 'a/b/y=1'], ['a=2']], ['1:a']],
    ['a folder replaces a file', [['a=1'], ['a/']], ['1:a']],
    [
      'a name in a folder that was a link',
      [['usr/lib/x=1', 'lib->usr/lib'], ['lib/y=1']],
      ['0:usr/lib/x', '1:lib/y'],
    ],
    ['a link replaces a folder', [['a/', 'a/x=1'], ['a->b']], ['1:a']],
    ['whiteouts of what is not there', [['!a', '!b/', '!/'], ['a=1'], ['!a/x']], ['1:a']],
    ['no layers', [], []],
  ])('%s', (_, layers, final) => {
    expect(finalOf(layers.map((each) => shortLayer(...each)))).toEqual(final);
  });

  test('hard links share content, within a layer and with one below', () => {
    const applied = applyLayers([
      shortLayer('bin/sh=12345', 'bin/ls=>bin/sh', 'x=1'),
      shortLayer('bin/cp=>bin/ls'),
    ]);
    expect(applied).toMatchObject({ files: 2, bytes: 6 });
    expect(applied.at('bin/cp')).toMatchObject({ layer: 1, contentLayer: 0, contentEntry: 0 });
    expect(applied.at('bin/mv')).toBeUndefined();
  });
});

describe('what a layer does', () => {
  test.each<[string, string[][], [added: number, changed: number, removed: number]]>([
    ['adds', [['a/'], ['a/', 'a/x=1', 'a/y->x']], [2, 0, 0]],
    [
      'changes',
      [
        ['a/', 'a/x=1', 'b=1'],
        ['a/', 'a/x=2', 'b=1'],
      ],
      [0, 2, 0],
    ],
    ['removes a folder', [['a/', 'a/x=1', 'a/y=1'], ['!a']], [0, 0, 3]],
    ['replaces a folder', [['a/', 'a/x=1', 'a/y=1'], ['a=1']], [0, 1, 2]],
    [
      'empties a folder and fills it',
      [
        ['a/', 'a/x=1', 'a/y=1'],
        ['a/', '!a/', 'a/x=2', 'a/z=1'],
      ],
      [1, 1, 1],
    ],
    ['removes nothing', [['a=1'], ['!b']], [0, 0, 0]],
  ])('%s', (_, layers, [added, changed, removed]) => {
    expect(applyLayers(layers.map((each) => shortLayer(...each))).layers.at(-1)).toMatchObject({
      added,
      changed,
      removed,
    });
  });

  test('a folder with another mode is changed', () => {
    expect(
      applyLayers([folderOf(0o755), folderOf(0o755), folderOf(0o700)]).layers.map((each) => each.changed),
    ).toEqual([0, 0, 1]);
  });
});

describe('waste', () => {
  test.each<[string, string[][], string[]]>([
    ['RUN chmod after COPY', [['s=12345'], ['s=12345']], ['s 5 0<1 same s']],
    ['RUN mv', [['s=12345'], ['!s', 't=12345']], ['s 5 0<1 same t']],
    ['another version', [['s=12345'], ['s=123']], ['s 5 0<1 replaced']],
    ['removed', [['s=12345'], ['!s']], ['s 5 0<1 removed']],
    ['hidden twice', [['s=12345'], ['s=123'], ['!s']], ['s 5 0<1 replaced', 's 3 1<2 removed']],
    [
      'removed with its folder',
      [['a/x=12', 'a/b/y=1'], ['!a']],
      ['a/x 2 0<1 removed', 'a/b/y 1 0<1 removed'],
    ],
    ['replaced with its folder', [['a/x=12'], ['a=1']], ['a/x 2 0<1 removed']],
    ['a hard link that is still there', [['x=12', 'y=>x'], ['!x']], []],
    ['a hard link that follows', [['x=12', 'y=>x'], ['!x'], ['!y']], ['x 2 0<2 removed']],
    ['a hard link from above', [['x=12'], ['y=>x'], ['!x']], []],
    ['a link of the same name', [['x=12', 'y=>x'], ['x=>y']], []],
    [
      'empty files',
      [
        ['x=', 'y='],
        ['!x', 'y='],
      ],
      [],
    ],
    [
      'links and folders',
      [
        ['x->y', 'a/'],
        ['!x', '!a'],
      ],
      [],
    ],
    ['removed, and there again later', [['x=12'], ['!x'], ['x=12']], ['x 2 0<1 removed']],
  ])('%s', (_, layers, files) => {
    expect(wasted(layers.map((each) => shortLayer(...each)))).toEqual(files);
  });

  test('a layer that is there twice is stored once', () => {
    const layer = shortLayer('x=12');
    expect(wasted([layer, layer])).toEqual([]);
    expect(wasted([layer, shortLayer('!x'), layer])).toEqual([]);
    expect(wasted([layer, shortLayer('!x'), layer, shortLayer('x=3')])).toEqual(['x 2 0<3 replaced']);
  });
});

/*
 * An independent model: the file system is a plain list, every step filters it. It says what must hold; it is far too slow
 * for a real image.
 */

interface Name {
  path: string;
  entry: EntryText;
  /** The entry whose content it has; each stored file is one object. */
  stored: EntryText | null;
}

const isBelow = (path: string, folder: string) => folder === '' || path.startsWith(`${folder}/`);

const isHardLink = ({ kind }: EntryText) => kind === 'hardlink';

function modelLayer(before: readonly Name[], layer: readonly EntryText[]) {
  const removes = (path: string) =>
    layer.some(
      ({ kind, path: gone }) =>
        (kind === 'whiteout' && (path === gone || isBelow(path, gone))) ||
        (kind === 'opaque' && isBelow(path, gone)),
    );
  const kept = before.filter(({ path }) => !removes(path));
  let after = [...kept];
  let added = 0;
  let changed = 0;
  const adding = layer.filter(({ kind }) => kind !== 'whiteout' && kind !== 'opaque');
  for (const entry of [...adding.filter((each) => !isHardLink(each)), ...adding.filter(isHardLink)]) {
    const { path, kind } = entry;
    const stored =
      kind === 'file'
        ? entry
        : isHardLink(entry)
          ? (after.find((name) => name.path === entry.link)?.stored ?? null)
          : null;
    const below = after.find((name) => name.path === path);
    // All but folders in the way go; a folder stays if this is one, too.
    after = after.filter((name) => name.entry.kind === 'directory' || !isBelow(path, name.path));
    const joins =
      kind === 'directory' && after.every((name) => name.path !== path || name.entry.kind === 'directory');
    after = after.filter((name) => name.path !== path && (joins || !isBelow(name.path, path)));
    after.push({ path, entry, stored });
    if (!before.some((name) => name.path === path)) added++;
    else if (below?.entry.kind !== 'directory' || kind !== 'directory' || below.entry.mode !== entry.mode)
      changed++;
  }
  const removed = before.filter(({ path }) => !after.some((name) => name.path === path)).length;
  return { after, counts: { added, changed, removed } };
}

function model(layers: readonly (readonly EntryText[])[]) {
  const states: Name[][] = [[]];
  const counts = layers.map((layer) => {
    const { after, counts: found } = modelLayer(states.at(-1) ?? [], layer);
    states.push(after);
    return found;
  });
  const final = states.at(-1) ?? [];
  const visible = new Set(final.flatMap(({ stored }) => stored ?? []));
  const has = (state: Name[] | undefined, file: EntryText) =>
    state?.some(({ stored }) => stored === file) ?? false;
  const waste = layers.flatMap((layer, index) =>
    layer
      .filter((file) => file.kind === 'file' && file.content !== '' && !visible.has(file))
      .map((file) => {
        const by = layers.findLastIndex((_, i) => has(states[i], file) && !has(states[i + 1], file));
        // Its own layer may have another entry in its way.
        return {
          path: file.path,
          bytes: file.content?.length ?? 0,
          layer: index,
          hiddenBy: by < 0 ? index : by,
        };
      }),
  );
  return { final, visible, counts, waste };
}

const names = constantFrom('a', 'b', 'c', 'a/a', 'a/b', 'b/a', 'a/a/a', 'a/a/b', 'a/b/c');
const entry = record({
  path: names,
  kind: constantFrom(
    'file',
    'file',
    'file',
    'directory',
    'directory',
    'symlink',
    'hardlink',
    'whiteout',
    'opaque',
  ),
  content: constantFrom('', 'x', 'yy', 'zzz'),
  link: names,
  mode: constantFrom(0o755, 0o700),
});
/** What R's reader promises: of one path at most one whiteout, one opaque folder and one other entry. */
const layer = uniqueArray(entry, {
  maxLength: 8,
  selector: ({ path, kind }) => `${path} ${kind === 'whiteout' || kind === 'opaque' ? kind : ''}`,
});

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
const order = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

test('agrees with the model', () => {
  let compared = 0;
  assert(
    property(array(layer, { maxLength: 5 }), (texts) => {
      const layers = texts.map((each) => layerOf(each));
      const applied = applyLayers(layers);
      const expected = model(texts);
      const entryOf = (index: number, at: number) => texts[index]?.[at];
      const final = [...applied.entries()].filter((each) => each.entry >= 0);
      expect(
        final
          .map((each) => ({
            path: each.path,
            own: entryOf(each.layer, each.entry),
            stored: entryOf(each.contentLayer, each.contentEntry) ?? null,
          }))
          .toSorted(byPath),
      ).toEqual(
        expected.final
          .map((each) => ({ path: each.path, own: each.entry, stored: each.stored }))
          .toSorted(byPath),
      );
      expect(applied.layers.map(({ added, changed, removed }) => ({ added, changed, removed }))).toEqual(
        expected.counts,
      );
      expect(applied.files).toBe(expected.visible.size);
      expect(applied.bytes).toBe(
        [...expected.visible].reduce((sum, { content = '' }) => sum + content.length, 0),
      );
      const waste = wasteOf(layers, applied);
      expect(
        waste.files
          .map(({ path, bytes, layer: index, hiddenBy }) => ({ path, bytes, layer: index, hiddenBy }))
          .toSorted(order),
      ).toEqual(expected.waste.toSorted(order));
      // Nothing is lost: what is stored is visible or wasted.
      const stored = layers.reduce((sum, each) => sum + each.bytes.reduce((a, b) => a + b, 0), 0);
      expect(applied.bytes + waste.bytes).toBe(stored);
      compared++;
    }),
    { numRuns: stressed(300, 20_000) },
  );
  expect(compared).toBeGreaterThanOrEqual(300);
});
