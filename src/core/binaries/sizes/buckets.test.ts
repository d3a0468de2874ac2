import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Claim, fillBuckets } from './buckets.ts';
import { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';

function imageOf(claims: readonly Claim[], extras: readonly Claim[] = []): Image {
  return {
    bytes: new Bytes(Buffer.alloc(0), true, 8),
    arch: 'amd64',
    sections: claims.map(({ offset, bytes, bucket }) => ({
      name: '',
      offset,
      fileBytes: bytes,
      address: 0,
      memoryBytes: bytes,
      writable: false,
      bucket,
    })),
    mappings: [],
    extras: [...extras],
    stripped: true,
    relocations: [],
  };
}

const claim = (offset: number, bytes: number, bucket: Claim['bucket']): Claim => ({ offset, bytes, bucket });
const filled = (image: Image, fileBytes: number, inside: readonly Claim[] = []) =>
  Object.fromEntries(
    fillBuckets(image, fileBytes, inside)
      .filter((b) => b.bytes !== 0)
      .map((b) => [b.name, b.bytes]),
  );

it('counts bytes outside all sections as other', () => {
  const image = imageOf([claim(100, 50, 'code'), claim(200, 10, 'data')], [claim(300, 5, 'symbols')]);
  expect(filled(image, 1000)).toEqual({ code: 50, data: 10, symbols: 5, other: 935 });
});

it('moves pieces inside a section to their own bucket', () => {
  const image = imageOf([claim(0, 100, 'code'), claim(100, 100, 'read-only-data')]);
  const inside = [claim(120, 30, 'function-tables'), claim(190, 20, 'types')];
  expect(filled(image, 200, inside)).toEqual({
    code: 100,
    'function-tables': 30,
    types: 10,
    'read-only-data': 60,
  });
});

it('counts a byte that two sections claim only once', () => {
  const image = imageOf([claim(0, 100, 'code'), claim(50, 100, 'data')]);
  expect(filled(image, 150)).toEqual({ code: 100, data: 50 });
});

it('always returns all eight buckets, which add up to the size of the file', () => {
  const bucket = fc.constantFrom<Claim['bucket'][]>('code', 'types', 'data', 'symbols', 'read-only-data');
  const claims = fc.array(fc.record({ offset: fc.nat({ max: 900 }), bytes: fc.nat({ max: 100 }), bucket }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(claims, claims, claims, (sections, extras, inside) => {
      const buckets = fillBuckets(imageOf(sections, extras), 1000, inside);
      expect(buckets).toHaveLength(8);
      expect(buckets.reduce((sum, b) => sum + b.bytes, 0)).toBe(1000);
      expect(Math.min(...buckets.map((b) => b.bytes))).toBeGreaterThanOrEqual(0);
    }),
  );
});
