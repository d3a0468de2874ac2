import { setImmediate } from 'node:timers/promises';
import { failure } from '#contract/failure';
import type { LayerEntries } from '#contract/image-contents';
import type { History } from '#core/history';
import { decodeEntries } from './contents/index.ts';

/**
 * The entries of the layers of a recorded image, lowest first; none: nothing was read of it. Failures: those of the history,
 * image.contents-damaged, image.layer-damaged.
 */
export async function keptEntries(history: History, id: string): Promise<LayerEntries[]> {
  const contents = await history.imageContents(id);
  if (!contents) return [];
  const kept = await history.imageLayers(id);
  const decoded = new Map<string, LayerEntries>();
  for (const { diffId, content } of kept) {
    // Answers that are ready are sent first: 100,000 entries keep the host busy for a while.
    await setImmediate();
    decoded.set(diffId, decodeEntries(content));
  }
  return contents.layers.map(({ diffId }) => decoded.get(diffId) ?? lost(id));
}

function lost(id: string): never {
  throw failure('image.contents-damaged', { id });
}
