import { expect, it } from 'vitest';
import { bucket, type OwnedPart } from '#contract/binaries';
import { readParts, storedParts } from './parts.ts';

const part = (of: OwnedPart['bucket'], bytes: number, byReference = 0, byShare = 0): OwnedPart => ({
  bucket: of,
  bytes,
  byReference,
  byShare,
});

it('keeps every bucket under its number', () => {
  const parts = bucket.shape.name.options.map((name, n) => part(name, 10 + n));
  expect(storedParts(parts)).toBe('[[0,10],[1,11],[2,12],[3,13],[4,14],[5,15],[6,16],[7,17]]');
  expect(readParts(storedParts(parts))).toEqual(parts);
});

it('keeps how it is known', () => {
  const parts = [part('code', 5), part('types', 6, 6), part('function-tables', 7, 0, 4)];
  expect(storedParts(parts)).toBe('[[0,5],[2,6,6,0],[1,7,0,4]]');
  expect(readParts(storedParts(parts))).toEqual(parts);
});

it.each(['', '{', '[[99,1]]', '[7]', 'null'])('reads no parts in %j', (text) => {
  expect(readParts(text)).toBeNull();
});
