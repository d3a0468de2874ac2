import type { BucketName } from '../formats/index.ts';
import type { Basis, Ledger } from './ledger.ts';
import { shares } from './shares.ts';

/** Adds up by name. */
export class Sums extends Map<string, number> {
  add(name: string, bytes: number): void {
    this.set(name, (this.get(name) ?? 0) + bytes);
  }

  get total(): number {
    return this.values().reduce((sum, bytes) => sum + bytes, 0);
  }
}

/**
 * Enters `bytes` of a bucket: to each package what it is known to own of them, and the rest in proportion to `weights`. If
 * what is known adds up to more, as in a section that is compressed or whose strings end alike, all is divided in
 * proportion to it.
 */
export function enterDivided(
  ledger: Ledger,
  bucket: BucketName,
  bytes: number,
  { known, weights, basis = 'exact' }: { known: Sums; weights: ReadonlyMap<string, number>; basis?: Basis },
): void {
  const isWhole = known.total <= bytes;
  if (isWhole) for (const [path, part] of known) ledger.add(path, bucket, part, basis);
  const rest = isWhole ? bytes - known.total : bytes;
  for (const [path, part] of shares(rest, isWhole ? weights : known)) {
    ledger.add(path, bucket, part, 'byShare');
  }
}
