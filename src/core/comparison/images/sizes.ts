import type { Delta } from '#contract/comparison';
import type { ImageMeasure } from '#contract/image-comparison';
import type { Reason } from '#contract/said';
import { layerMeasure } from '#contract/image-measure';
import { delta } from '../delta.ts';
import type { ImageSide } from './side.ts';

/** Sizes of content, in the order in which they are used: what is transferred first. */
const contentMeasures = ['compressedBytes', 'fileBytes', 'tarBytes'] as const;

/** The size by which two images are compared. */
export interface Headline {
  measure: ImageMeasure | null;
  /** Who counted it; null: there is none. */
  from: 'told' | 'read' | null;
  change: Delta;
  /** Why there is none; null: there is one. */
  incomparable: Reason | null;
}

/**
 * The first size that both images have as an engine or archive tells it, or as Burrow counted it in both: what was told
 * and what was read count other things. The size that an engine prints counts only between images of the same engine and
 * store, and never under a containerd store, where it has other platforms in it. Pure.
 */
export function headlineOf(a: ImageSide, b: ImageSide): Headline {
  for (const measure of contentMeasures) {
    const read = both(a.contents?.sizes[measure], b.contents?.sizes[measure]);
    if (read) return { measure, from: 'read', change: read, incomparable: null };
    const told = both(a.told?.sizes[measure], b.told?.sizes[measure]);
    if (told) return { measure, from: 'told', change: told, incomparable: null };
  }
  const printed = isSameStore(a, b) ? both(a.told?.sizes.engineReported, b.told?.sizes.engineReported) : null;
  if (printed) return { measure: 'engineReported', from: 'told', change: printed, incomparable: null };
  const incomparable = {
    code: 'compare.sizes-differ',
    params: { a: namesOf(a), b: namesOf(b), unread: unread(a, b) },
  };
  return { measure: null, from: null, change: delta(null, null), incomparable };
}

/** Which of the two was not read; null: both were. Pure. */
export function unread(a: ImageSide, b: ImageSide): 'a' | 'b' | 'both' | null {
  if (a.contents) return b.contents ? null : 'b';
  return b.contents ? 'a' : 'both';
}

function both(a: number | null | undefined, b: number | null | undefined): Delta | null {
  return a == null || b == null ? null : delta(a, b);
}

function isSameStore({ told: a }: ImageSide, { told: b }: ImageSide): boolean {
  if (!a || !b || a.engine.name !== b.engine.name || a.engine.store !== b.engine.store) return false;
  return layerMeasure(a) !== 'diskBytes' && layerMeasure(b) !== 'diskBytes';
}

/** What sizes there are of one side, for the sentence that says why they cannot be compared. */
function namesOf({ told, contents }: ImageSide): ImageMeasure[] {
  const sizes = contents?.sizes ?? told?.sizes;
  const known = contentMeasures.filter((each) => sizes?.[each] != null);
  return known.length > 0 || told?.sizes.engineReported == null ? known : ['engineReported'];
}
