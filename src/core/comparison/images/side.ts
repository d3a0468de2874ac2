import type { ImageContents, ImageStep } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import type { ImageFacts } from '#contract/images';
import type { LayerContent } from '#core/images';

/** An image as it is compared: what an engine told of it, what Burrow read in it, or both. */
export interface ImageSide {
  told: ImageFacts | null;
  contents: ImageContents | null;
  /** The entries of its layers by diff id; empty: they are not known. Of `layersToLoad` all have to be there. */
  entries: ReadonlyMap<string, LayerContent>;
}

/** A layer of a side, from the lowest. */
export interface SideLayer {
  diffId: string;
  step: ImageStep | null;
}

/** Pure. */
export function layersOf({ told, contents }: ImageSide): SideLayer[] {
  if (contents) return contents.layers;
  return (told?.layers ?? []).map(({ diffId, createdBy }) => ({
    diffId,
    step: createdBy === null ? null : readStep(createdBy),
  }));
}

/** `linux/amd64`. Pure. */
export function platformOf({ told, contents }: ImageSide): string {
  return contents?.platform ?? told?.platform ?? '';
}
