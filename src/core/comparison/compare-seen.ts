import type { Comparison } from '#contract/comparison';
import type { LayerContent, SeenImage } from '#core/images';
import { compareBuilds } from './compare-builds.ts';
import { type ImageSide, layersToLoad } from './images/index.ts';

/**
 * Compares two images, recorded or not, with the entries of the layers that this needs. Failures: those of
 * `compareBuilds` and of loading layers.
 */
export async function compareSeen(a: SeenImage, b: SeenImage): Promise<Comparison> {
  const entries = new Map<string, LayerContent>();
  const sideOf = ({ build, contents }: SeenImage): ImageSide => ({ told: build.image, contents, entries });
  const images = { a: sideOf(a), b: sideOf(b) };
  for (let wanted = layersToLoad(images.a, images.b); wanted.length > 0; ) {
    for (const { layers } of [a, b]) {
      const missing = wanted.filter((diffId) => !entries.has(diffId));
      // Both have the same object for a layer that both have, which is quicker to compare.
      const found = missing.length === 0 ? [] : await layers(missing);
      for (const [diffId, layer] of found) entries.set(diffId, layer);
    }
    const next = layersToLoad(images.a, images.b);
    wanted = next.join() === wanted.join() ? [] : next;
  }
  return compareBuilds(a.build, b.build, { images });
}
