import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { identify } from './header.ts';

function bytesAt(length: number, ...pieces: [offset: number, bytes: readonly number[]][]): Buffer {
  const buffer = Buffer.alloc(length);
  for (const [offset, bytes] of pieces) buffer.set(bytes, offset);
  return buffer;
}

const elf = (bits: number, order: number, abi: number, type: number[], machine: number[]) =>
  bytesAt(64, [0, [0x7f, 0x45, 0x4c, 0x46, bits, order, 1, abi]], [16, type], [18, machine]);
const machO = (magic: number[], cpu: number[], type: number[]) =>
  bytesAt(32, [0, magic], [4, cpu], [12, type]);
const pe = (machine: number[], at = 0x80) =>
  bytesAt(
    at + 24,
    [0, [0x4d, 0x5a]],
    [0x3c, [at & 0xff, at >> 8]],
    [at, [0x50, 0x45, 0, 0, ...machine]],
    [at + 22, [2]],
  );
const fat = (magic: number, count: number) => {
  const arm = [1, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 8, 0, 0, 0, 14];
  const amd = [1, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0, 72, 0, 0, 0, 8, 0, 0, 0, 12];
  return bytesAt(80, [0, [0xca, 0xfe, 0xba, magic, 0, 0, 0, count, ...arm, ...amd]]);
};

const read = (file: Buffer) =>
  identify(file.subarray(0, 1024), file.length, (offset, length) =>
    Promise.resolve(file.subarray(offset, offset + length)),
  );

it.each([
  ['Linux on amd64', elf(2, 1, 0, [2, 0], [62, 0]), 'elf', [null, 'amd64']],
  ['a position-independent arm64', elf(2, 1, 0, [3, 0], [183, 0]), 'elf', [null, 'arm64']],
  ['FreeBSD', elf(2, 1, 9, [2, 0], [62, 0]), 'elf', ['freebsd', 'amd64']],
  ['386', elf(1, 1, 0, [2, 0], [3, 0]), 'elf', [null, '386']],
  ['arm', elf(1, 1, 0, [2, 0], [40, 0]), 'elf', [null, 'arm']],
  ['s390x, big-endian', elf(2, 2, 0, [0, 2], [0, 22]), 'elf', [null, 's390x']],
  ['ppc64', elf(2, 2, 0, [0, 2], [0, 21]), 'elf', [null, 'ppc64']],
  ['ppc64le', elf(2, 1, 0, [2, 0], [21, 0]), 'elf', [null, 'ppc64le']],
  ['mipsle', elf(1, 1, 0, [2, 0], [8, 0]), 'elf', [null, 'mipsle']],
  ['mips64', elf(2, 2, 0, [0, 2], [0, 8]), 'elf', [null, 'mips64']],
  ['riscv64', elf(2, 1, 0, [2, 0], [243, 0]), 'elf', [null, 'riscv64']],
  ['loong64', elf(2, 1, 0, [2, 0], [2, 1]), 'elf', [null, 'loong64']],
  ['a machine without Go', elf(2, 1, 0, [2, 0], [0xff, 0xff]), 'elf', [null, 'unknown']],
  ['a Mac', machO([0xcf, 0xfa, 0xed, 0xfe], [12, 0, 0, 1], [2]), 'mach-o', ['darwin', 'arm64']],
  ['an Intel Mac', machO([0xcf, 0xfa, 0xed, 0xfe], [7, 0, 0, 1], [2]), 'mach-o', ['darwin', 'amd64']],
  ['Windows', pe([0x64, 0x86]), 'pe', ['windows', 'amd64']],
  ['Windows on arm64, with a header far into the file', pe([0x64, 0xaa], 2000), 'pe', ['windows', 'arm64']],
  ['WebAssembly', bytesAt(8, [0, [0, 0x61, 0x73, 0x6d, 1]]), 'wasm', [null, 'wasm']],
  ['Plan 9', bytesAt(40, [0, [0, 0, 0x8a, 0x97]]), 'plan9', ['plan9', 'amd64']],
  ['Plan 9 on 386', bytesAt(32, [0, [0, 0, 1, 0xeb]]), 'plan9', ['plan9', '386']],
  ['AIX', bytesAt(24, [0, [1, 0xf7, 0, 3]], [18, [0, 2]]), 'xcoff', ['aix', 'ppc64']],
])('identifies %s', async (_, file, format, [os, arch]) => {
  expect(await read(file)).toMatchObject({ format, targets: [{ os, arch }] });
});

it('identifies every program of a universal file, and its position', async () => {
  expect(await read(fat(0xbe, 2))).toEqual({
    format: 'mach-o',
    targets: [
      { os: 'darwin', arch: 'arm64' },
      { os: 'darwin', arch: 'amd64' },
    ],
    slices: [
      { offset: 64, bytes: 8 },
      { offset: 72, bytes: 8 },
    ],
  });
});

it.each([
  ['an empty file', Buffer.alloc(0)],
  ['a script', Buffer.from('#!/bin/sh\nexec go "$@"\n')],
  ['an ELF object file', elf(2, 1, 0, [1, 0], [62, 0])],
  ['an ELF file that ends early', elf(2, 1, 0, [2, 0], [62, 0]).subarray(0, 17)],
  ['a Mach-O object file', machO([0xcf, 0xfa, 0xed, 0xfe], [12, 0, 0, 1], [1])],
  ['a component of WebAssembly', bytesAt(8, [0, [0, 0x61, 0x73, 0x6d, 13, 0, 1]])],
  ['an object file of AIX', bytesAt(24, [0, [1, 0xf7, 0, 3]])],
  ['a Java class, which has the magic of universal files', fat(0xbe, 52)],
  ['a universal file with a program past its end', fat(0xbe, 2).subarray(0, 76)],
  ['a universal file without programs', fat(0xbe, 0)],
  ['a DOS program', bytesAt(200, [0, [0x4d, 0x5a]], [0x3c, [0x80]])],
  ['a PE file whose header is past its end', pe([0x64, 0x86], 2000).subarray(0, 2010)],
])('%s is not a program', async (_, file) => {
  expect(await read(file)).toBeNull();
});

it('never throws for arbitrary bytes', async () => {
  const magics = [
    [0x7f, 0x45, 0x4c, 0x46],
    [0xcf, 0xfa, 0xed, 0xfe],
    [0xca, 0xfe, 0xba, 0xbe],
    [0xca, 0xfe, 0xba, 0xbf],
    [0x4d, 0x5a],
    [0, 0x61, 0x73, 0x6d],
    [1, 0xf7],
    [0, 0, 0x8a, 0x97],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 200 }), async (magic, rest) => {
      const result = await read(Buffer.from([...magic, ...rest]));
      expect(result === null || result.targets.length > 0).toBe(true);
    }),
  );
});
