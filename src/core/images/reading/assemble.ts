import { failure } from '#contract/failure';
import type { ReadSizes } from '#contract/image-contents';
import { isoTime } from '../facts/index.ts';
import { attestedProvenance } from './attested.ts';
import type { Candidate } from './candidates.ts';
import { Damaged } from './damaged.ts';
import type { ImageFiles } from './image-files.ts';
import { platformOf } from './platform.ts';
import type { ReadImage, ReadImageLayer } from './read-image-types.ts';
import type { Reading } from './reading.ts';

/**
 * Reads the layers of an image, and compares each with its digest and its diff id. Failures: image.damaged,
 * image.digest-mismatch, and those of `ImageFiles`.
 */
export async function assemble<Program>(
  reading: Reading<Program>,
  files: ImageFiles<Program>,
  { chosen, others }: { chosen: Candidate; others: string[] },
): Promise<ReadImage<Program>> {
  const { config, configDigest } = chosen;
  const diffIds = config.rootfs.diff_ids;
  if (diffIds.length !== chosen.layers.length)
    throw reading.failureAt(new Damaged('layer-count'), configDigest);
  await files.expect(chosen.layers.map(({ path }) => path));
  // The same layer may occur twice.
  const known = new Map<string, ReadImageLayer<Program>>();
  const layers: ReadImageLayer<Program>[] = [];
  for (const [index, { path, digest }] of chosen.layers.entries()) {
    const layer = known.get(path) ?? (await readLayerAt(reading, files, path, digest));
    mustBe(reading, path, layer.diffId, diffIds[index] ?? '');
    known.set(path, layer);
    layers.push(layer);
  }
  return {
    source: reading.source,
    configDigest,
    manifestDigest: chosen.manifestDigest,
    provenance: await attestedProvenance(reading, files, chosen.attestations),
    platform: platformOf(config),
    otherPlatforms: others,
    names: [...chosen.names],
    createdAt: isoTime(config.created),
    config,
    history: config.history.map((step) => ({
      createdBy: step.created_by,
      emptyLayer: step.empty_layer === true,
    })),
    sizes: sizesOf(layers),
    layers,
  };
}

async function readLayerAt<Program>(
  reading: Reading<Program>,
  files: ImageFiles<Program>,
  path: string,
  digest: string | null,
): Promise<ReadImageLayer<Program>> {
  const { storedDigest, ...layer } = await files.layer(path);
  if (digest !== null) mustBe(reading, path, storedDigest, digest);
  return { ...layer, digest: digest ?? (layer.compression === 'none' ? null : storedDigest) };
}

function mustBe<Program>({ source }: Reading<Program>, at: string, actual: string, expected: string): void {
  if (actual !== expected) throw failure('image.digest-mismatch', { source, at, expected, actual });
}

function sizesOf(layers: readonly ReadSizes[]): ReadSizes {
  const sizes: ReadSizes = { fileBytes: 0, tarBytes: 0, compressedBytes: 0 };
  for (const layer of layers) {
    sizes.fileBytes += layer.fileBytes;
    sizes.tarBytes += layer.tarBytes;
    const isKnown = sizes.compressedBytes !== null && layer.compressedBytes !== null;
    sizes.compressedBytes = isKnown ? (sizes.compressedBytes ?? 0) + (layer.compressedBytes ?? 0) : null;
  }
  return sizes;
}
