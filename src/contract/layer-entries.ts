import type { LayerEntries } from './image-contents.ts';

/** The layers in an answer of `images.entries`, lowest first. The answer is Burrow's own, and is not checked again. */
export function layersOf({ layersJson }: { layersJson: string }): LayerEntries[] {
  return JSON.parse(layersJson) as LayerEntries[];
}
