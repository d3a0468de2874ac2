import { array, assert, integer, nat, property, record, string, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { isFailure } from '#contract/failure';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { decodeLayer, encodeLayer } from './layer-codec.ts';
import type { LayerContent } from './layer-content.ts';

const fileKind = imageEntryKinds.indexOf('file');
const size = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const entry = record({
  path: string({ unit: 'binary' }),
  kind: nat(imageEntryKinds.length - 1),
  bytes: size,
  mode: nat(0o7777),
  uid: size,
  gid: size,
  link: string({ unit: 'binary' }),
  hash: uint8Array({ minLength: 32, maxLength: 32 }),
});

const layers = array(entry, { maxLength: 40 }).map((entries): LayerContent => {
  const linked = entries.flatMap(({ kind }, i) => (imageEntryKinds[kind]?.endsWith('link') ? [i] : []));
  return {
    paths: entries.map(({ path }) => path),
    kinds: entries.map(({ kind }) => kind),
    bytes: entries.map(({ bytes }) => bytes),
    modes: entries.map(({ mode }) => mode),
    uids: entries.map(({ uid }) => uid),
    gids: entries.map(({ gid }) => gid),
    links: Object.fromEntries(linked.map((i) => [String(i), entries[i]?.link ?? ''])),
    hashes: Uint8Array.from(
      entries.flatMap((each) => [...(each.kind === fileKind ? each.hash : new Uint8Array(32))]),
    ),
  };
});

test('gives back what it was given', () => {
  assert(
    property(layers, (layer) => {
      expect(decodeLayer(encodeLayer(layer))).toEqual(layer);
    }),
  );
});

test('reads a part of a larger buffer', () => {
  const layer: LayerContent = {
    paths: ['etc', 'etc/目录'],
    kinds: [1, 0],
    bytes: [0, 7],
    modes: [0o755, 0o644],
    uids: [0, 1000],
    gids: [0, 2 ** 40],
    links: {},
    hashes: new Uint8Array(64).fill(7, 32),
  };
  const encoded = encodeLayer(layer);
  const within = new Uint8Array(encoded.length + 10);
  within.set(encoded, 5);
  expect(decodeLayer(within.subarray(5, -5))).toEqual(layer);
});

const isDamaged = (bytes: Uint8Array) => {
  try {
    decodeLayer(bytes);
    return false;
  } catch (error) {
    return isFailure(error, 'image.layer-damaged');
  }
};

test('a changed, shortened or longer one is damaged', () => {
  assert(
    property(layers, nat(), integer({ min: 1, max: 255 }), (layer, where, change) => {
      const encoded = encodeLayer(layer);
      const changed = encoded.slice();
      const at = where % encoded.length;
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(isDamaged(changed)).toBe(true);
      expect(isDamaged(encoded.subarray(0, at))).toBe(true);
      expect(isDamaged(new Uint8Array([...encoded, change]))).toBe(true);
    }),
  );
});
