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
  const kept = await history.imageLayers(id);
  const decoded = new Map(kept.map(({ diffId, content }) => [diffId, decodeLayer(content)]));
  return contents.layers.map(({ diffId }) => decoded.get(diffId) ?? lost(id));
}

/** What `keptLayers` returns, without the hashes of the files, which only comparing needs. */
export async function keptEntries(history: History, id: string): Promise<LayerEntries[]> {
  return (await keptLayers(history, id)).map(({ hashes: _hashes, ...entries }) => entries);
}

function lost(id: string): never {
  throw failure('image.contents-damaged', { id });
}
