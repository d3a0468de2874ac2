import type { BuildDetail } from '#contract/build';
import { failure } from '#contract/failure';
import type { ImageContents, LayerEntries } from '#contract/image-contents';
import type { History } from '#core/history';
import { decodeLayer, type LayerContent } from './contents/index.ts';

/**
 * The layers of a recorded image, lowest first; none: nothing was read of it. Failures: those of the history,
 * image.contents-damaged, image.layer-damaged.
 */
export async function keptLayers(history: History, id: string): Promise<LayerContent[]> {
  const contents = await history.imageContents(id);
  if (!contents) return [];
  const decoded = await decodedLayers(history, id);
  return contents.layers.map(({ diffId }) => decoded.get(diffId) ?? lost(id));
}

/** What comparing takes of a recorded image. */
export interface ImageSide {
  build: BuildDetail;
  /** null: nothing was read of it. */
  contents: ImageContents | null;
  /** Lowest first; null: nothing was read of it. */
  layers: readonly LayerContent[] | null;
}

/**
 * Two recorded images, to compare them. A layer that both have is decoded once, and is the same object on both sides. `a`, `b`: their
 * builds. Failures: as `keptLayers`.
 */
export async function imageSides(
  history: History,
  a: BuildDetail,
  b: BuildDetail,
): Promise<{ a: ImageSide; b: ImageSide }> {
  const [ofA, ofB] = [await history.imageContents(a.id), await history.imageContents(b.id)];
  const decoded = new Map(ofA ? await decodedLayers(history, a.id) : []);
  if (ofB) {
    const others = ofB.layers.map(({ diffId }) => diffId).filter((diffId) => !decoded.has(diffId));
    for (const [diffId, layer] of await decodedLayers(history, b.id, others)) decoded.set(diffId, layer);
  }
  const side = (build: BuildDetail, contents: ImageContents | null): ImageSide => ({
    build,
    contents,
    layers: contents && contents.layers.map(({ diffId }) => decoded.get(diffId) ?? lost(build.id)),
  });
  return { a: side(a, ofA), b: side(b, ofB) };
}

/** What `keptLayers` returns, without the hashes of the files, which only comparing needs. */
export async function keptEntries(history: History, id: string): Promise<LayerEntries[]> {
  return (await keptLayers(history, id)).map(({ hashes: _hashes, ...entries }) => entries);
}

/** The layers of a recorded image by their diff ids; of `diffIds`, those that it has. */
async function decodedLayers(
  history: History,
  id: string,
  diffIds?: readonly string[],
): Promise<ReadonlyMap<string, LayerContent>> {
  const kept = await history.imageLayers(id, diffIds);
  return new Map(kept.map(({ diffId, content }) => [diffId, decodeLayer(content)]));
}

function lost(id: string): never {
  throw failure('image.contents-damaged', { id });
}
