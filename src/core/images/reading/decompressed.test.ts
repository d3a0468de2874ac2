import { createHash, randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressionOf, decompressed } from './decompressed.ts';
import { Damaged } from './damaged.ts';
import type { Pieces } from './pieces.ts';

function inPieces(bytes: Buffer, size: number): Pieces {
  let at = 0;
  return {
    next: async () => {
      if (at >= bytes.length) return null;
      at += size;
      return Buffer.from(bytes.subarray(at - size, at));
    },
  };
}

async function expanded(bytes: Buffer, compression: 'gzip' | 'zstd', size: number): Promise<string> {
  const pieces = decompressed(inPieces(bytes, size), compression);
  const parts: Buffer[] = [];
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString();
}

const compressors = { gzip: gzipSync, zstd: zstdCompressSync };

describe.each(['gzip', 'zstd'] as const)('%s', (compression) => {
  const compress = compressors[compression];

  it('is recognized and expanded, in any pieces and any number of parts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 2000 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 500 }),
        async (texts, size) => {
          const bytes = Buffer.concat(texts.map((text) => compress(Buffer.from(text))));
          expect(compressionOf(bytes)).toBe(compression);
          expect(await expanded(bytes, compression, size)).toBe(texts.join(''));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes in pieces that are gone when the next one is asked for', async () => {
    const content = randomBytes(400_000);
    // Some pieces become large, some small.
    const texts = [content, Buffer.alloc(900_000, 'ab'), content.subarray(7), Buffer.alloc(262_144), content];
    const pieces = decompressed(
      inPieces(Buffer.concat(texts.map((text) => compress(text))), 70_001),
      compression,
    );
    const hash = createHash('sha256');
    const earlier: Buffer[] = [];
    for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
      hash.update(piece);
      earlier.push(piece);
    }
    expect(hash.digest('hex')).toBe(createHash('sha256').update(Buffer.concat(texts)).digest('hex'));
    // Those in a buffer that is not full yet stay.
    expect(earlier.filter(({ length }) => length > 0).length).toBeLessThan(earlier.length / 2);
  });

  it('is damaged in its middle, and never hangs', async () => {
    const bytes = compress(Buffer.from('abc'.repeat(10_000)));
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8);
    await expect(expanded(bytes, compression, 7)).rejects.toBeInstanceOf(Damaged);
  });

  it('is left by its reader at any time', async () => {
    const pieces = decompressed(inPieces(compress(Buffer.alloc(5_000_000)), 100), compression);
    await pieces.next();
    await pieces.close();
    expect(await pieces.next()).toBeNull();
  });

  it('passes on what its source throws', async () => {
    const source = { next: () => Promise.reject(new RangeError('x')) };
    await expect(decompressed(source, compression).next()).rejects.toBeInstanceOf(RangeError);
  });

  it('passes on what its source throws in the middle', async () => {
    const bytes = inPieces(compress(randomBytes(300_000)), 1000);
    let left = 100;
    const source = { next: () => (left-- > 0 ? bytes.next() : Promise.reject(new RangeError('x'))) };
    const pieces = decompressed(source, compression);
    const all = (async () => {
      while (await pieces.next());
    })();
    await expect(all).rejects.toBeInstanceOf(RangeError);
  });
});

it('gzip may be followed by zeros', async () => {
  const bytes = Buffer.concat([gzipSync('abc'), Buffer.alloc(700)]);
  for (const size of [1, 10, 2000]) expect(await expanded(bytes, 'gzip', size)).toBe('abc');
});

it('zstd may have frames to be skipped, as those that can be read in part have', async () => {
  const skipped = Buffer.from('5e2a4d180400000001020304', 'hex');
  const bytes = Buffer.concat([skipped, zstdCompressSync('abc'), skipped, zstdCompressSync('def'), skipped]);
  expect(compressionOf(bytes)).toBe('zstd');
  for (const size of [1, 13, 2000]) expect(await expanded(bytes, 'zstd', size)).toBe('abcdef');
});
