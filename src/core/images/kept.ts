import { failure } from '#contract/failure';
import type { LayerEntries } from '#contract/image-contents';
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
