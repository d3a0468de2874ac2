import type { Bucket } from '#contract/binaries';
import type { BucketName, Image } from './image.ts';

/** A piece of the file and what it is for. */
export interface Claim {
  offset: number;
  bytes: number;
  bucket: BucketName;
}

const order: readonly BucketName[] = [
  'code',
  'function-tables',
  'types',
  'read-only-data',
  'data',
  'debug-info',
  'symbols',
  'other',
];

/**
 * Divides a file's bytes among the buckets, always all eight, in one order. They add up to `fileBytes`: what no
 * section claims (headers, padding between sections, signatures) is `other`, and a byte that two sections claim
 * counts for the first. `inside` are pieces of a section that belong to another bucket than the section.
 */
export function fillBuckets(image: Image, fileBytes: number, inside: readonly Claim[]): Bucket[] {
  const base = disjoint([
    ...image.sections.map((s) => ({ offset: s.offset, bytes: s.fileBytes, bucket: s.bucket })),
    ...image.extras,
  ]);
  const sums = new Map<BucketName, number>(order.map((name) => [name, 0]));
  const add = (name: BucketName, bytes: number) => sums.set(name, (sums.get(name) ?? 0) + bytes);
  for (const claim of base) add(claim.bucket, claim.bytes);
  for (const piece of disjoint(inside)) {
    for (const claim of base) {
      const from = Math.max(piece.offset, claim.offset);
      const shared = Math.min(piece.offset + piece.bytes, claim.offset + claim.bytes) - from;
      if (shared <= 0) continue;
      add(claim.bucket, -shared);
      add(piece.bucket, shared);
    }
  }
  add('other', fileBytes - base.reduce((sum, claim) => sum + claim.bytes, 0));
  return order.map((name) => ({ name, bytes: sums.get(name) ?? 0 }));
}

/** The same claims, first come first served, none over another. */
function disjoint(claims: readonly Claim[]): Claim[] {
  const result: Claim[] = [];
  let end = 0;
  for (const claim of claims.toSorted((a, b) => a.offset - b.offset)) {
    const offset = Math.max(end, claim.offset);
    const bytes = claim.offset + claim.bytes - offset;
    if (bytes <= 0) continue;
    result.push({ offset, bytes, bucket: claim.bucket });
    end = offset + bytes;
  }
  return result;
}
