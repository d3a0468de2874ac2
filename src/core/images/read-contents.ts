import type { Inspection } from '#contract/binaries';
import type { ImageContents } from '#contract/image-contents';
import type { System } from '#core/system';
import type { LayerContent } from './contents/index.ts';
import { imageContents } from './image-contents.ts';
import { isPackageFile } from './packages/index.ts';
import { type FoundProgram, programReader } from './programs/index.ts';
import { type ImageReadProgress, type ImageSource, readImage } from './reading/index.ts';
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
  return { ...imageContents(read), layers: read.layers.map(({ content }) => content) };
}
