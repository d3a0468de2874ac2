import { isFailure } from '#contract/failure';
import type { Inspection } from '#contract/binaries';
import type { ImageContents } from '#contract/image-contents';
import type { System } from '#core/system';
import type { LayerContent } from './contents/index.ts';
import {
  type BuiltFrom,
  builtFrom,
  engineBuild,
  parseProvenance,
  type Provenance,
  Unreadable,
} from './build-records/index.ts';
import { connect } from './engines/index.ts';
import { imageContents } from './image-contents.ts';
import { isPackageFile } from './packages/index.ts';
import { type FoundProgram, programReader } from './programs/index.ts';
import { type ImageReadProgress, type ImageSource, type ReadImage, readImage } from './reading/index.ts';
import { mayHoldSecret } from './secrets/index.ts';

/** What reading an image whole gives. */
export interface ReadContents {
  contents: ImageContents;
  /** The entries of its layers, lowest first. */
  layers: LayerContent[];
  /** The Go programs of its final file system, each once, as `inspectBinary` reads them; some may be missing (programs/program-reader.ts). */
  inspections: Inspection[];
}

/**
 * Reads an image whole, and the Go programs in it. Secrets are masked, and their values are in none of the results. Failures: those
 * of `readImage`.
 */
export async function* readContents(
  system: System,
  source: ImageSource,
  options: { platform?: string | undefined; signal?: AbortSignal | undefined } = {},
): AsyncGenerator<ImageReadProgress, ReadContents> {
  const read = yield* readImage<FoundProgram>(system, source, {
    ...options,
    keep: (path, bytes) => isPackageFile(path) || mayHoldSecret(path, bytes),
    program: programReader(),
  });
  const built = await builtOf(system, source, read);
  return { ...imageContents(read, built), layers: read.layers.map(({ content }) => content) };
}

/** How it was built: what its engine remembers, which is more, else what is kept beside it. null: neither. */
async function builtOf(
  system: System,
  source: ImageSource,
  read: ReadImage<unknown>,
): Promise<BuiltFrom | null> {
  const remembered = source.kind === 'engine' ? await rememberedOf(system, read) : null;
  const provenance = remembered ?? attestedOf(read);
  return provenance && builtFrom(provenance, read.layers);
}

/** Of an engine that does not answer any more, null. */
async function rememberedOf(
  system: System,
  { configDigest, manifestDigest }: ReadImage<unknown>,
): Promise<Provenance | null> {
  try {
    const digests = [manifestDigest, configDigest].filter((digest) => digest !== null);
    return (await engineBuild(await connect(system), digests))?.provenance ?? null;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}

function attestedOf({ provenance }: ReadImage<unknown>): Provenance | null {
  try {
    return provenance && parseProvenance(provenance);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
