import type { DockerfileLines } from '#contract/image-build';
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
  /** undefined: not known. */
  dockerfile?: DockerfileLines | undefined;
}

/** Pure. */
export function layersOf({ told, contents }: ImageSide): SideLayer[] {
  if (contents) return contents.layers;
  return (told?.layers ?? []).map(({ diffId, createdBy, dockerfile }) => ({
    diffId,
    step: createdBy === null ? null : readStep(createdBy),
    dockerfile,
  }));
}

/** The name of the stage that it was built from; null: not known. Pure. */
export function targetOf({ told, contents }: ImageSide): string | null {
  return (contents?.target ?? told?.target)?.name ?? null;
}

/** `linux/amd64`. Pure. */
export function platformOf({ told, contents }: ImageSide): string {
  return contents?.platform ?? told?.platform ?? '';
}
