import type { OwnedPart } from '#contract/binaries';

/**
 * Buckets by the number that stands for them in the stored parts of a package. Stored files have these numbers, so a
 * bucket keeps its place for ever; a new one is added at the end.
 */
const buckets: readonly OwnedPart['bucket'][] = [
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
 * The parts of a package as they are stored: a JSON array with a list for each, of the number of the bucket, the bytes,
 * and, unless both are 0, the bytes by reference and by share. `[[0,300],[3,50,40,10]]`.
 */
export function storedParts(parts: readonly OwnedPart[]): string {
  return JSON.stringify(
    parts.map(({ bucket, bytes, byReference, byShare }) => [
      buckets.indexOf(bucket),
      bytes,
      ...(byReference === 0 && byShare === 0 ? [] : [byReference, byShare]),
    ]),
  );
}

/** null: the text is none that `storedParts` makes. */
export function readParts(text: string): OwnedPart[] | null {
  try {
    return (JSON.parse(text) as number[][]).map(([number = -1, bytes = 0, byReference = 0, byShare = 0]) => {
      const bucket = buckets[number];
      if (!bucket) throw new RangeError(`There is no bucket ${number}.`);
      return { bucket, bytes, byReference, byShare };
    });
  } catch {
    return null;
  }
}
