import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestChecksumDatabase } from '#testing/test-checksum-database';
import {
  beganAs,
  belongTo,
  isRecord,
  parseTreeHead,
  type Question,
  type Tiles,
  type TreeHead,
  tilePath,
  tilesFor,
} from './transparent-log.ts';

/** A log with this many records, and the tiles it serves. */
function logOf(size: number, database = new TestChecksumDatabase(size)) {
  const head: TreeHead = { size, hash: database.tree(0, size) };
  const tiles = (question: Question) =>
    new Map(
      tilesFor(size, question).map((tile) => {
        const path = tilePath(tile);
        const bytes = database.answer(`/${path}`);
        if (!bytes) throw new Error(`the log has no ${path}`);
        return [path, bytes];
      }),
    );
  const at = (count: number): TreeHead => ({ size: count, hash: database.tree(0, count) });
  return { head, tiles, at };
}
const isIncluded = (data: string, number: number, head: TreeHead, tiles: Tiles): boolean =>
  belongTo(head, tilesFor(head.size, { record: number }), tiles) && isRecord(data, number, head.size, tiles);
const record = (number: number) => `example.com/filler v1.0.${number} h1:x=\n`;

describe('inclusion in a log', () => {
  // Around powers of two and of a tile's width the tree changes its shape.
  it.each([1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000, 65_535, 65_537, 66_000])(
    'of %d records',
    (size) => {
      const { head, tiles } = logOf(size);
      const some = [0, 1, 2, 254, 255, 256, 257, Math.floor(size / 2), size - 2, size - 1];
      for (const number of some.filter((each) => each >= 0 && each < size)) {
        expect(isIncluded(record(number), number, head, tiles({ record: number })), `record ${number}`).toBe(
          true,
        );
        expect(isIncluded(record(number + 1), number, head, tiles({ record: number }))).toBe(false);
      }
    },
  );

  it('is not proven with a changed byte, another place, another tree or a missing tile', () => {
    const { head, tiles } = logOf(700);
    fc.assert(
      fc.property(fc.nat(699), fc.nat(), fc.integer({ min: 1, max: 255 }), (number, at, change) => {
        const changed = tiles({ record: number });
        const [path, bytes] = [...changed][at % changed.size] ?? ['', Buffer.alloc(1)];
        // Only the hashes next to the path count, so change all of them.
        const spoilt = Buffer.from(bytes.map((byte) => byte ^ change));
        expect(isIncluded(record(number), number, head, new Map([...changed, [path, spoilt]]))).toBe(false);
        expect(
          isIncluded(record(number), (number + 1) % 700, head, tiles({ record: (number + 1) % 700 })),
        ).toBe(false);
        expect(isIncluded(record(number), number, { ...head, size: 699 }, changed)).toBe(false);
        expect(isIncluded(record(number), number, head, new Map())).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an older log', () => {
  const sizes = [1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 1000, 65_535, 65_536, 65_537, 66_000];
  it.each(sizes)('of any size is a prefix of one of %d records, and of no other', (size) => {
    const log = logOf(size);
    const fork = new TestChecksumDatabase(0);
    fork.add('example.com/other', 'v1.0.0', 'h1:x=');
    for (const olderSize of sizes.filter((each) => each <= size)) {
      const tiles = log.tiles({ olderSize });
      expect(belongTo(log.head, tilesFor(size, { olderSize }), tiles), `of ${olderSize}`).toBe(true);
      expect(beganAs(log.at(olderSize), size, tiles)).toBe(true);
      expect(beganAs({ size: olderSize, hash: fork.tree(0, 1) }, size, tiles)).toBe(false);
    }
    expect(beganAs({ ...log.head, size: size + 1 }, size, log.tiles({}))).toBe(false);
  });

  it('is distinguished from a fork with one different record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 300 }), (shared, more) => {
        const forked = new TestChecksumDatabase(shared);
        forked.add('example.com/other', 'v1.0.0', 'h1:x=');
        const size = shared + 1 + more;
        const { head, tiles } = logOf(size);
        const bytes = tiles({ olderSize: shared + 1 });
        expect(belongTo(head, tilesFor(size, { olderSize: shared + 1 }), bytes)).toBe(true);
        expect(beganAs({ size: shared + 1, hash: forked.tree(0, shared + 1) }, size, bytes)).toBe(false);
        expect(
          beganAs({ size: shared, hash: forked.tree(0, shared) }, size, tiles({ olderSize: shared })),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  [{ level: 0, index: 5, width: 256 }, 'tile/8/0/005'],
  [{ level: 0, index: 175_922, width: 256 }, 'tile/8/0/x175/922'],
  [{ level: 1, index: 1_234_067, width: 256 }, 'tile/8/1/x001/x234/067'],
  [{ level: 2, index: 4, width: 57 }, 'tile/8/2/004.p/57'],
])('builds the path of a tile: %j', (tile, path) => expect(tilePath(tile)).toBe(path));

it('reads only tree heads', () => {
  const hash = 'O0jlIxwRb2vZYS1na726XLlaDCtCqKUVLld+AY32AGA=';
  expect(parseTreeHead(`go.sum database tree\n71769961\n${hash}\n`)).toEqual({
    size: 71_769_961,
    hash: Buffer.from(hash, 'base64'),
  });
  expect(parseTreeHead(`go.sum database tree\n-1\n${hash}\n`)).toBeNull();
  expect(parseTreeHead(`go.sum database tree\n12\nO0jl\n`)).toBeNull();
  expect(parseTreeHead(`another tree\n12\n${hash}\n`)).toBeNull();
});
