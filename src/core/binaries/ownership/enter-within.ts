import type { Bucket } from '#contract/binaries';
import type { Basis, Ledger } from './ledger.ts';

/** What a package owns of a bucket. */
export interface Entry {
  path: string;
  bucket: Bucket['name'];
  bytes: number;
  basis: Basis;
}

/**
 * Enters what one reader of a kind of bytes found. If a bucket has fewer bytes than would then be owned of it, the reader
 * is wrong about that bucket, and these entries are left out.
 */
export function enterWithin(ledger: Ledger, buckets: readonly Bucket[], entries: readonly Entry[]): void {
  for (const { name, bytes } of buckets) {
    const own = entries.filter((entry) => entry.bucket === name);
    const sum = own.reduce((total, entry) => total + entry.bytes, ledger.total(name));
    if (sum > bytes) continue;
    for (const entry of own) ledger.add(entry.path, name, entry.bytes, entry.basis);
  }
}
