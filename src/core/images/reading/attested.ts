import { createHash } from 'node:crypto';
import { failure, isFailure } from '#contract/failure';
import { isProvenanceType } from '../build-records/index.ts';
import { imageManifest } from './documents.ts';
import type { ImageFiles } from './image-files.ts';
import type { Reading } from './reading.ts';

/**
 * SLSA's provenance of an image, by the digests of the manifests of its attestations; null: there is none. It is no part of the image:
 * one that is missing, too large or of another shape counts as none. Failures: image.digest-mismatch.
 */
export async function attestedProvenance<Program>(
  reading: Reading<Program>,
  files: ImageFiles<Program>,
  attestations: readonly string[],
): Promise<Buffer | null> {
  for (const digest of attestations) {
    const content = await verified(reading, files, digest);
    const found = content && imageManifest.safeParse(jsonIn(content)).data;
    const layer = found?.layers.find(({ annotations }) =>
      isProvenanceType(annotations['in-toto.io/predicate-type']),
    );
    const provenance = layer ? await verified(reading, files, layer.digest) : null;
    if (provenance) return provenance;
  }
  return null;
}

async function verified<Program>(
  { source }: Reading<Program>,
  files: ImageFiles<Program>,
  digest: string,
): Promise<Buffer | null> {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  if (hex === undefined) return null;
  const at = `blobs/sha256/${hex}`;
  const content = await files.document(at).catch((error: unknown) => {
    if (isFailure(error, 'image.too-much')) return null;
    throw error;
  });
  const actual = content && createHash('sha256').update(content).digest('hex');
  if (actual !== null && actual !== hex) {
    throw failure('image.digest-mismatch', { source, at, expected: digest, actual: `sha256:${actual}` });
  }
  return content;
}

/** undefined: it is no JSON. */
function jsonIn(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}
