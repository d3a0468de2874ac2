import { failure } from '#contract/failure';
import type { ImageReadProgress } from '#contract/image-calls';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { readerVersion } from '#core/binaries';
import { type History, inspectedProgram, type KeptLayer, type ReadImage } from '#core/history';
import type { System } from '#core/system';
import { archiveFacts } from './archive-facts.ts';
import { encodeLayer, type LayerContent } from './contents/index.ts';
import { inspectImage } from './facts/index.ts';
import { readContents } from './read-contents.ts';
import type { ImageSource } from './reading/index.ts';
import { namedImage } from './source.ts';

/** An image, however it was named. */
export interface OpenedImage {
  /** In the history; null: it was not looked for there. */
  id: string | null;
  facts: ImageFacts;
  /** null: it is recorded without its files. */
  contents: ImageContents | null;
}

/** What to read of it, and what stops that. */
export interface OpenOptions {
  platform?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * What is known of an image: a recorded one as it was recorded, others as they are read now. Failures: those of `namedImage`, of the
 * history, of `inspectImage` and of reading; image.not-recorded (a build that is no image).
 */
export async function* openImage(
  system: System,
  history: History,
  name: string,
  options: OpenOptions,
): AsyncGenerator<ImageReadProgress, OpenedImage> {
  const source = await namedImage(system, name);
  if (source.kind !== 'record') {
    const { facts, contents } = yield* readNow(system, source, options);
    return { id: null, facts, contents };
  }
  const { image } = await history.get(source.id);
  if (!image) throw failure('image.not-recorded', { id: source.id });
  return { id: source.id, facts: image, contents: await history.imageContents(source.id) };
}

/** An image that was read; `read`: as the history keeps it. */
export interface ImageReadNow {
  facts: ImageFacts;
  contents: ImageContents;
  read: ReadImage;
}

/** Reads an image that is not in the history. Failures: as `openImage`. */
export async function* readNow(
  system: System,
  source: ImageSource,
  options: OpenOptions,
): AsyncGenerator<ImageReadProgress, ImageReadNow> {
  const { contents, layers, inspections } = yield* readContents(system, source, options);
  const programs = inspections.map((inspection) => {
    const { artifact, ...analysis } = inspectedProgram(inspection, readerVersion);
    return { sha256: artifact.sha256, bytes: artifact.bytes, analysis };
  });
  return {
    facts: source.kind === 'engine' ? await inspectImage(system, source.ref) : archiveFacts(contents, source),
    contents,
    read: { contents, layers: encoded(contents, layers), programs },
  };
}

/** Each layer once; an image may have one several times. */
function encoded(contents: ImageContents, layers: readonly LayerContent[]): KeptLayer[] {
  const byId = new Map(layers.map((layer, i) => [contents.layers[i]?.diffId ?? '', layer]));
  return [...byId].map(([diffId, layer]) => ({ diffId, content: encodeLayer(layer) }));
}
