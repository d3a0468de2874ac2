import { expect, it } from 'vitest';
import { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { embeddedSets, listEmbedded } from './embedded.ts';

const base = 0x1_0000_0000;
const tableAt = 64;

interface Options {
  /** How an address is stored as a pointer. */
  pointer?: (address: number) => bigint;
  /** The pointers are in a table of relocations. */
  relocated?: boolean;
  count?: number;
  capacity?: number;
  path?: string;
  contentBytes?: number;
}

/** A section of read-only data with a folder and a file: a table at 64, the strings from 512. */
function image({
  pointer = BigInt,
  relocated = false,
  count = 2,
  capacity = count,
  path = 'a/b.txt',
  contentBytes = 5,
}: Options = {}): Image {
  const bytes = Buffer.alloc(1024);
  const entries: Buffer[] = [];
  bytes.write('a/', 512);
  bytes.write(path, 520);
  bytes.write('hello', 600);
  const word = (at: number, value: bigint) => bytes.writeBigUInt64LE(value, at);
  const point = (at: number, to: number) => {
    if (!relocated) {
      word(at, pointer(base + to));
      return;
    }
    const entry = Buffer.alloc(24);
    [base + at, 8, base + to].forEach((value, i) => entry.writeBigUInt64LE(BigInt(value), i * 8));
    entries.push(entry);
  };
  point(tableAt, tableAt + 24);
  word(tableAt + 8, BigInt(count));
  word(tableAt + 16, BigInt(capacity));
  point(tableAt + 24, 512);
  word(tableAt + 32, 2n);
  point(tableAt + 72, 520);
  word(tableAt + 80, BigInt(path.length));
  point(tableAt + 88, 600);
  word(tableAt + 96, BigInt(contentBytes));
  const rodata = { address: base, offset: 0, writable: false };
  return {
    bytes: new Bytes(Buffer.concat([bytes, ...entries]), true, 8),
    arch: 'amd64',
    sections: [{ ...rodata, name: '.rodata', fileBytes: 1024, memoryBytes: 1024, bucket: 'read-only-data' }],
    mappings: [{ ...rodata, bytes: 1024 }],
    extras: [],
    stripped: true,
    relocations: entries.length > 0 ? [{ offset: 1024, bytes: entries.length * 24 }] : [],
  };
}

const found = [{ path: 'a/b.txt', bytes: 5, package: 'main' }];

it.each<[string, Options]>([
  ['as they are', {}],
  ['in a table of relocations', { relocated: true }],
  ['packed by a linker of macOS', { pointer: (address) => BigInt(address - base) | (3n << 51n) }],
  ['packed, with the address of the program', { pointer: (address) => BigInt(address) | (3n << 51n) }],
])('finds embedded files whose pointers are %s', (_, options) => {
  const sets = embeddedSets(image(options));
  expect(sets).toEqual([
    { address: base + tableAt, bytes: 120, files: [{ path: 'a/b.txt', bytes: 5, offset: 600 }] },
  ]);
  expect(listEmbedded(sets, () => 'main')).toEqual(found);
});

it.each<[string, Options]>([
  ['is empty', { count: 0 }],
  ['has another capacity', { capacity: 3 }],
  ['has no room', { count: 30 }],
  ['has a path with a control character', { path: 'a/\u0007.txt' }],
  ['has a path from the root', { path: '/etc/passwd' }],
  ['has no path', { path: '' }],
  ['has more content than the file', { contentBytes: 1_000_000 }],
])('takes no table for one that %s', (_, options) => {
  expect(embeddedSets(image(options))).toEqual([]);
});

const file = (path: string, bytes: number, offset: number) => ({ path, bytes, offset });
const set = (address: number, ...files: ReturnType<typeof file>[]) => ({ address, bytes: 0, files });

it('lists a file of two variables once, largest first, and of several packages for none', () => {
  const packages = new Map([
    [1, 'main'],
    [2, 'main'],
    [3, 'web'],
  ]);
  expect(
    listEmbedded(
      [
        set(1, file('a', 1, 10), file('b', 2, 20)),
        set(2, file('a', 1, 10), file('a', 1, 11), file('c', 1, 10)),
        set(3, file('c', 1, 10), file('d', 3, 30)),
        set(4, file('e', 0, 40)),
      ],
      (address) => packages.get(address) ?? null,
    ),
  ).toEqual([
    { path: 'd', bytes: 3, package: 'web' },
    { path: 'b', bytes: 2, package: 'main' },
    { path: 'a', bytes: 1, package: 'main' },
    { path: 'a', bytes: 1, package: 'main' },
    { path: 'c', bytes: 1, package: null },
    { path: 'e', bytes: 0, package: null },
  ]);
});

it('gives up on data that repeats the beginning of a table', () => {
  const bytes = Buffer.alloc(1_000_000);
  for (let at = 0; at + 8 <= bytes.length; at += 8) bytes.writeBigUInt64LE(BigInt(base + at + 24), at);
  // One that is real follows.
  const plain = image();
  plain.bytes.buffer.copy(bytes, bytes.length - 1024);
  const size = bytes.length;
  const place = { address: base, offset: 0, fileBytes: size, memoryBytes: size, writable: false };
  const started = process.cpuUsage();
  const sets = embeddedSets({
    ...plain,
    bytes: new Bytes(bytes, true, 8),
    sections: [{ ...place, name: '.rodata', bucket: 'read-only-data' }],
    mappings: [{ address: base, offset: 0, bytes: size, writable: false }],
  });
  expect(sets).toEqual([]);
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});
