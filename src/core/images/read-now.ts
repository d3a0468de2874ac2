import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { readerVersion } from '#core/binaries';
import { inspectedProgram, type KeptLayer, type ReadImage } from '#core/history';
import type { System } from '#core/system';
import { archiveFacts } from './archive-facts.ts';
import { encodeLayer, type LayerContent } from './contents/index.ts';
import { inspectImage } from './facts/index.ts';
import { factsOfPlatform } from './facts-of-platform.ts';
import { readContents } from './read-contents.ts';
import type { ImageSource } from './reading/index.ts';

/** An image that was read; `read`: as the history keeps it. */
export interface ImageReadNow {
  facts: ImageFacts;
  contents: ImageContents;
  read: ReadImage;
}

/** Reads an image whole, to be recorded. Failures: those of `inspectImage` and of `readContents`. */
export async function* readNow(
  system: System,
  source: ImageSource,
  options: { platform?: string | undefined; signal?: AbortSignal | undefined },
): AsyncGenerator<ImageReadProgress, ImageReadNow> {
  const { contents, layers, inspections } = yield* readContents(system, source, options);
  const programs = inspections.map((inspection) => {
    const { artifact, ...analysis } = inspectedProgram(inspection, readerVersion);
    return { sha256: artifact.sha256, bytes: artifact.bytes, analysis };
  });
  return {
    facts:
      source.kind === 'engine'
        ? factsOfPlatform(await inspectImage(system, source.ref), contents)
        : archiveFacts(contents, source),
    contents,
    read: { contents, layers: encoded(contents, layers), programs },
  };
}

/** Each layer once; an image may have one several times. */
function encoded(contents: ImageContents, layers: readonly LayerContent[]): KeptLayer[] {
  const byId = new Map(layers.map((layer, i) => [contents.layers[i]?.diffId ?? '', layer]));
  return [...byId].map(([diffId, layer]) => ({ diffId, content: encodeLayer(layer) }));
}
