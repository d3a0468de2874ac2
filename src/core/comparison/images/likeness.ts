import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { LayerContent } from '#core/images';
import type { Likeness } from './match-layers.ts';

const directory = imageEntryKinds.indexOf('directory');

/**
 * How much two layers have in common: of the paths that either has, folders aside, the part that both have. null: one of
 * them has none, or it is not known. Pure.
 */
export function likenessOf(
  a: readonly (LayerContent | undefined)[],
  b: readonly (LayerContent | undefined)[],
): Likeness {
  const paths = new Map<LayerContent, ReadonlySet<string>>();
  const pathsOf = (layer: LayerContent) => {
    const known = paths.get(layer) ?? filePaths(layer);
    paths.set(layer, known);
    return known;
  };
  return (one, other) => {
    const [left, right] = [a[one], b[other]];
    if (!left || !right) return null;
    const [mine, others] = [pathsOf(left), pathsOf(right)];
    if (mine.size === 0 || others.size === 0) return null;
    let common = 0;
    for (const path of mine) if (others.has(path)) common++;
    return common / (mine.size + others.size - common);
  };
}

function filePaths({ paths, kinds }: LayerContent): ReadonlySet<string> {
  return new Set(paths.filter((_, index) => kinds[index] !== directory));
}
