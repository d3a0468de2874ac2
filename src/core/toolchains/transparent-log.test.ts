import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestChecksumDatabase } from '#testing/test-checksum-database';
import { isIncluded, parseTreeHead, type TreeHead, tilePath, tilesFor } from './transparent-log.ts';

/** A log of so many records, and the tiles it serves. */
function logOf(size: number) {
  const database = new TestChecksumDatabase(size);
  const head: TreeHead = { size, hash: database.tree(0, size) };
  const tiles = (record: number) =>
    new Map(
      tilesFor(record, size).map((tile) => {
        const path = tilePath(tile);
        const bytes = database.answer(`/${path}`);
        if (!bytes) throw new Error(`the log has no ${path}`);
        return [path, bytes];
      }),
    );
  return { head, tiles };
}
const record = (number: number) => `example.com/filler v1.0.${number} h1:x=\n`;

describe('inclusion in a log', () => {
  // Around powers of two and of a tile's width the tree changes its shape.
  it.each([1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000, 65_535, 65_537, 66_000])(
    'of %d records',
    (size) => {
      const { head, tiles } = logOf(size);
      const some = [0, 1, 2, 254, 255, 256, 257, Math.floor(size / 2), size - 2, size - 1];
      for (const number of some.filter((each) => each >= 0 && each < size)) {
        expect(isIncluded(record(number), number, head, tiles(number)), `record ${number}`).toBe(true);
        expect(isIncluded(record(number + 1), number, head, tiles(number))).toBe(false);
      }
    },
  );

  it('cannot be had by a changed byte, another place, another tree or a missing tile', () => {
    const { head, tiles } = logOf(700);
    fc.assert(
      fc.property(fc.nat(699), fc.nat(), fc.integer({ min: 1, max: 255 }), (number, at, change) => {
        const changed = tiles(number);
        const [path, bytes] = [...changed][at % changed.size] ?? ['', Buffer.alloc(1)];
        // Only the hashes beside the way count, so take them all: any other tile proves nothing.
        const spoilt = Buffer.from(bytes.map((byte) => byte ^ change));
        expect(isIncluded(record(number), number, head, new Map([...changed, [path, spoilt]]))).toBe(false);
        expect(isIncluded(record(number), (number + 1) % 700, head, tiles((number + 1) % 700))).toBe(false);
        expect(isIncluded(record(number), number, { ...head, size: 699 }, changed)).toBe(false);
        expect(isIncluded(record(number), number, head, new Map())).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(isIncluded(record(700), 700, head, new Map())).toBe(false);
    expect(isIncluded(record(0), -1, head, new Map())).toBe(false);
  });
});

it.each([
  [{ level: 0, index: 5, width: 256 }, 'tile/8/0/005'],
  [{ level: 0, index: 175_922, width: 256 }, 'tile/8/0/x175/922'],
  [{ level: 1, index: 1_234_067, width: 256 }, 'tile/8/1/x001/x234/067'],
  [{ level: 2, index: 4, width: 57 }, 'tile/8/2/004.p/57'],
])('knows where a tile is: %j', (tile, path) => expect(tilePath(tile)).toBe(path));

it('reads tree heads, and nothing else', () => {
  const hash = 'O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=';
  expect(parseTreeHead(`go.sum database tree\n71769961\n${hash}\n`)).toEqual({
    size: 71_769_961,
    hash: Buffer.from(hash, 'base64'),
  });
  expect(parseTreeHead(`go.sum database tree\n-1\n${hash}\n`)).toBeNull();
  expect(parseTreeHead(`go.sum database tree\n12\nO0jl\n`)).toBeNull();
  expect(parseTreeHead(`another tree\n12\n${hash}\n`)).toBeNull();
});
