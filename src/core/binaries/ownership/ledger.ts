import type { Bucket, OwnedBytes, PackageSize } from '#contract/binaries';
import { bucketOrder } from '../sizes/index.ts';

type BucketName = Bucket['name'];

/** How it is known whose bytes are: see `ownedPart` of the contract. */
export type Basis = 'exact' | 'byReference' | 'byShare';

interface Part {
  bytes: number;
  byReference: number;
  byShare: number;
}

interface Account {
  functions: number;
  inlinedIn: number | null;
  inlinedOut: number | null;
  parts: Map<BucketName, Part>;
}

/**
 * Who owns the bytes of a program. Each reader of a kind of bytes enters what it found; a byte is entered once, in the
 * bucket that counts it. Sizes are bytes of the file.
 */
export class Ledger {
  readonly #accounts = new Map<string, Account>();

  /** Enters bytes of a bucket to a package. */
  add(path: string, bucket: BucketName, bytes: number, basis: Basis = 'exact'): void {
    if (bytes === 0) return;
    const { parts } = this.#account(path);
    const part = parts.get(bucket) ?? { bytes: 0, byReference: 0, byShare: 0 };
    parts.set(bucket, part);
    part.bytes += bytes;
    if (basis !== 'exact') part[basis] += bytes;
  }

  /** Enters functions with their machine code. */
  addFunctions(path: string, count: number, codeBytes: number): void {
    this.#account(path).functions += count;
    this.add(path, 'code', codeBytes);
  }

  /** Enters code that was written in package `from` and is in a function of package `into`; it stays in `code` of `into`. */
  addInlined(from: string, into: string, bytes: number): void {
    const [source, place] = [this.#account(from), this.#account(into)];
    source.inlinedOut = (source.inlinedOut ?? 0) + bytes;
    place.inlinedIn = (place.inlinedIn ?? 0) + bytes;
  }

  /**
   * Forgets what was entered in a bucket if it is more than the `bytes` that the bucket has: what was read of it cannot be
   * true, as when sections overlap.
   */
  limit(bucket: BucketName, bytes: number): void {
    if (this.total(bucket) <= bytes) return;
    for (const { parts } of this.#accounts.values()) parts.delete(bucket);
  }

  get isEmpty(): boolean {
    return this.#accounts.size === 0;
  }

  /** What all packages own of a bucket. */
  total(bucket: BucketName): number {
    return this.#accounts.values().reduce((sum, { parts }) => sum + (parts.get(bucket)?.bytes ?? 0), 0);
  }

  /** Largest first. */
  packages(): PackageSize[] {
    return this.#accounts
      .entries()
      .map(([path, account]) => packageOf(path, account))
      .toArray()
      .toSorted(largestFirst);
  }

  #account(path: string): Account {
    const known = this.#accounts.get(path);
    if (known) return known;
    const account: Account = { functions: 0, inlinedIn: null, inlinedOut: null, parts: new Map() };
    this.#accounts.set(path, account);
    return account;
  }
}

function packageOf(path: string, { functions, inlinedIn, inlinedOut, parts }: Account): PackageSize {
  const listed = bucketOrder.flatMap((bucket) => {
    const part = parts.get(bucket);
    return part ? [{ bucket, ...part }] : [];
  });
  return {
    path,
    functions,
    codeBytes: parts.get('code')?.bytes ?? 0,
    bytes: listed.reduce((sum, part) => sum + part.bytes, 0),
    parts: listed,
    inlinedIn,
    inlinedOut,
  };
}

function largestFirst(a: PackageSize, b: PackageSize): number {
  return b.bytes - a.bytes || (a.path < b.path ? -1 : 1);
}

/** The packages of several programs together. Pure. */
export function joinPackages(lists: readonly (readonly PackageSize[])[]): PackageSize[] {
  return Map.groupBy(lists.flat(), ({ path }) => path)
    .values()
    .map((same) => same.reduce(joined))
    .toArray()
    .toSorted(largestFirst);
}

function joined(a: PackageSize, b: PackageSize): PackageSize {
  return {
    path: a.path,
    functions: a.functions + b.functions,
    codeBytes: a.codeBytes + b.codeBytes,
    bytes: a.bytes + b.bytes,
    parts: bucketOrder.flatMap((bucket) => {
      const parts = [...a.parts, ...b.parts].filter((part) => part.bucket === bucket);
      if (parts.length === 0) return [];
      const sum = (of: keyof Part) => parts.reduce((bytes, part) => bytes + part[of], 0);
      return [{ bucket, bytes: sum('bytes'), byReference: sum('byReference'), byShare: sum('byShare') }];
    }),
    inlinedIn: sumOfKnown(a.inlinedIn, b.inlinedIn),
    inlinedOut: sumOfKnown(a.inlinedOut, b.inlinedOut),
  };
}

/** null only if both are not known. */
function sumOfKnown(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}

/** How much of `fileBytes` the packages own, and what is left of each bucket. Pure. */
export function settle(
  packages: readonly PackageSize[],
  buckets: readonly Bucket[],
  fileBytes: number,
): { owned: OwnedBytes; unowned: Bucket[] } {
  const parts = packages.flatMap((each) => each.parts);
  const sum = (of: keyof Part) => parts.reduce((bytes, part) => bytes + part[of], 0);
  const bytes = sum('bytes');
  return {
    owned: {
      bytes,
      percent: fileBytes === 0 ? 0 : (bytes / fileBytes) * 100,
      byReference: sum('byReference'),
      byShare: sum('byShare'),
    },
    unowned: buckets
      .map((bucket) => ({
        name: bucket.name,
        bytes: parts.reduce(
          (left, part) => (part.bucket === bucket.name ? left - part.bytes : left),
          bucket.bytes,
        ),
      }))
      .filter((bucket) => bucket.bytes !== 0),
  };
}
