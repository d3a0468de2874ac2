import type { FileChange, ImageComparison } from '#contract/image-comparison';
import { isBaseLayer } from './base-layer.ts';
import { type ImageSide, layersOf } from './side.ts';

/**
 * The labels that builders give to the name and the digest of what an image is built on (github.com/opencontainers/image-spec,
 * annotations.md).
 */
const nameLabel = 'org.opencontainers.image.base.name';
const digestLabel = 'org.opencontainers.image.base.digest';

/**
 * Whether two images are built on different ones, and on which. Known is the lowest layer, which is one of several of some base
 * images, and what labels say. `changes`: of the files; null: not known. Pure.
 */
export function compareBases(
  a: ImageSide,
  b: ImageSide,
  changes: readonly FileChange[] | null,
): ImageComparison['base'] {
  const [left, right] = [layersOf(a), layersOf(b)];
  const [isBaseA, isBaseB] = [isBaseLayer(left), isBaseLayer(right)];
  const isOther = left[0]?.diffId !== right[0]?.diffId && (isBaseA || isBaseB);
  const isStillThere =
    (isBaseA && !isBaseB && mostStays(a, changes, 'A')) ||
    (isBaseB && !isBaseA && mostStays(b, changes, 'B'));
  const labels = [a, b].map(({ contents }) => contents?.config.labels[nameLabel]);
  const [digestA, digestB] = [a, b].map(({ contents }) => contents?.config.labels[digestLabel]);
  const isLabelledOther = digestA !== undefined && digestB !== undefined && digestA !== digestB;
  // A label says more than a distribution, but the two are no names of one kind.
  const isLabelled = labels.every((label) => label !== undefined);
  const nameOf = (side: ImageSide, label: string | undefined, isBase: boolean) => {
    if (!isBase) return layersOf(side)[0]?.step ? 'scratch' : null;
    return (isLabelled ? label : side.contents?.distribution) ?? null;
  };
  return {
    changed: (isOther && !isStillThere) || isLabelledOther,
    a: nameOf(a, labels[0], isBaseA),
    b: nameOf(b, labels[1], isBaseB),
  };
}

/**
 * Whether most of the bytes of a base layer, which only one side has, are on the other side, too: then another step brings the same
 * files, as COPY does with those of another stage.
 */
function mostStays({ contents }: ImageSide, changes: readonly FileChange[] | null, side: 'A' | 'B'): boolean {
  const bytes = contents?.layers[0]?.fileBytes ?? 0;
  if (changes === null || bytes === 0) return false;
  const differ = changes
    .filter((each) => each[`layer${side}`] === 0 && ['added', 'removed', 'changed'].includes(each.how))
    .reduce((sum, each) => sum + ((side === 'A' ? each.a : each.b) ?? 0), 0);
  return differ * 2 < bytes;
}
