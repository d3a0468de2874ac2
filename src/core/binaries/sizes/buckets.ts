import { type Bucket, bucket } from '#contract/binaries';
import type { BucketName, Image } from '../formats/index.ts';

/** A range of the file and its bucket. */
export interface Claim {
  offset: number;
  bytes: number;
  bucket: BucketName;
}

/** The order in which buckets are listed. */
export const bucketOrder: readonly BucketName[] = bucket.shape.name.options;

/**
 * Divides a file's bytes among the buckets. Returns all eight, always in the same order; they add up to `fileBytes`.
 * Bytes outside all sections (headers, padding, signatures) are `other`, and a byte that two sections claim counts for
 * the first. `inside` lists ranges within a section that belong to a different bucket than the section.
 */
export function fillBuckets(image: Image, fileBytes: number, inside: readonly Claim[]): Bucket[] {
  const base = disjoint([
    ...image.sections.map((s) => ({ offset: s.offset, bytes: s.fileBytes, bucket: s.bucket })),
    ...image.extras,
  ]);
  const sums = new Map<BucketName, number>(bucketOrder.map((name) => [name, 0]));
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
  return bucketOrder.map((name) => ({ name, bytes: sums.get(name) ?? 0 }));
}

/** The claims by offset, cut so that none overlaps an earlier one. */
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
