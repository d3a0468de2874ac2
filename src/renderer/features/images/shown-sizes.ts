import type { ImageContents, ReadSizes } from '#contract/image-contents';
import { headline } from '#contract/image-measure';
import type { ImageFacts, ImageSizes } from '#contract/images';

/** A size and what it counts. */
export interface ShownSize<Measure extends string> {
  measure: Measure;
  bytes: number;
}

const toldMeasures = ['compressedBytes', 'fileBytes', 'tarBytes', 'engineReported'] as const;
const readMeasures = ['compressedBytes', 'fileBytes', 'tarBytes'] as const;

/**
 * The sizes of an image: the one that leads, as in lists and charts, and the others, those that the engine tells apart from
 * those that were read. Without a told size, one that was read leads. Pure.
 */
export function shownSizes(
  image: Pick<ImageFacts, 'engine' | 'sizes'>,
  contents: Pick<ImageContents, 'sizes'> | null,
): {
  leading: ShownSize<keyof ImageSizes> | null;
  told: ShownSize<keyof ImageSizes>[];
  read: ShownSize<keyof ReadSizes>[];
} {
  const read = contents ? sizesOf(contents.sizes, readMeasures) : [];
  const ofEngine = headline(image);
  const leading = ofEngine ?? read[0] ?? null;
  // An archive is read by Burrow alone, so that all its sizes are of one kind.
  const told = image.engine.name === 'archive' ? [] : sizesOf(image.sizes, toldMeasures);
  return {
    leading,
    // Engines print one of the sizes that they also tell by its name.
    told: told.filter(
      ({ measure, bytes }, index) =>
        measure !== leading?.measure &&
        told.findIndex((each) => each.bytes === bytes) === index &&
        bytes !== ofEngine?.bytes,
    ),
    read: read.filter((each) => ofEngine !== null || each !== leading),
  };
}

function sizesOf<Measure extends string>(
  sizes: Readonly<Record<Measure, number | null>>,
  measures: readonly Measure[],
): ShownSize<Measure>[] {
  return measures.flatMap((measure) => {
    const bytes = sizes[measure];
    return bytes === null ? [] : [{ measure, bytes }];
  });
}
