import { expect, it } from 'vitest';
import { Bytes, Damaged } from '../bytes/index.ts';
import { eachChained, readFixupPages } from './chained-fixups.ts';
import type { Image } from './image.ts';

const start = 0x1_0000_0000;
const pageBytes = 0x4000;

/** A program with two pages, of which the second has the pointers. */
function program(pointers: readonly [at: number, pointer: bigint][]): Image {
  const content = Buffer.alloc(2 * pageBytes);
  for (const [at, pointer] of pointers) content.writeBigUInt64LE(pointer, pageBytes + at);
  return {
    bytes: new Bytes(content, true, 8),
    arch: 'arm64',
    sections: [],
    mappings: [
      { address: 0, offset: 0, bytes: 0, writable: false },
      { address: start, offset: 0, bytes: pageBytes, writable: false },
      { address: start + pageBytes, offset: pageBytes, bytes: pageBytes, writable: true },
    ],
    extras: [],
    stripped: true,
    relocations: [],
  };
}

/** The content of LC_DYLD_CHAINED_FIXUPS for one segment with these pages. */
function fixups(format: number, pages: readonly number[], bytes = pageBytes, segments = 2): Bytes {
  const table = Buffer.alloc(200);
  table.writeUInt32LE(28, 4);
  table.writeUInt32LE(segments, 28);
  table.writeUInt32LE(16, 36);
  const segment = 28 + 16;
  table.writeUInt16LE(bytes, segment + 4);
  table.writeUInt16LE(format, segment + 6);
  table.writeBigUInt64LE(BigInt(pageBytes), segment + 8);
  table.writeUInt16LE(pages.length, segment + 20);
  for (const [i, page] of pages.entries()) table.writeUInt16LE(page, segment + 22 + i * 2);
  return new Bytes(table, true, 8);
}

const next = (bytes: number) => BigInt(bytes / 4) << 51n;
const library = 1n << 63n;

function pointersOf(image: Image, table: Bytes): [number, number][] {
  image.fixupPages = readFixupPages(image, table);
  const found: [number, number][] = [];
  eachChained(image, (address, low, high) => found.push([address, high * 2 ** 32 + low]));
  return found;
}

it.each([
  ['that count from the start', 6, 0x40n],
  ['that are addresses', 2, 0x1_0000_0040n],
])('follows a chain of pointers %s', (_, format, pointer) => {
  const image = program([
    [8, pointer | next(24)],
    [32, 5n | next(8) | library],
    [40, pointer + 8n],
    // Not in the chain.
    [48, pointer],
  ]);
  expect(pointersOf(image, fixups(format, [8]))).toEqual([
    [start + pageBytes + 8, start + 0x40],
    [start + pageBytes + 40, start + 0x48],
  ]);
  const within: number[] = [];
  eachChained(image, (address) => within.push(address), { address: start, bytes: pageBytes });
  expect(within).toEqual([]);
});

it('ends at the end of a page, and reads no page without pointers', () => {
  const image = program([[pageBytes - 8, 0x40n | next(8)]]);
  expect(pointersOf(image, fixups(6, [pageBytes - 8]))).toEqual([[start + 2 * pageBytes - 8, start + 0x40]]);
  expect(pointersOf(image, fixups(6, [0xffff]))).toEqual([]);
  expect(pointersOf(image, fixups(12, [8]))).toEqual([]);
  expect(pointersOf(image, fixups(6, [8], 16))).toEqual([]);
});

it('refuses pages that overlap, and more segments than programs have', () => {
  const image = program([]);
  expect(() => readFixupPages(image, fixups(6, [0, 0, 0, 0, 0]))).toThrow(Damaged);
  expect(() => readFixupPages(image, fixups(6, [0], pageBytes, 100_000))).toThrow(Damaged);
});
