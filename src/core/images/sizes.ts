import type { ImageLayer, ImageSizes } from '#contract/images';
import type { InspectReply, ManifestReply } from './replies.ts';
import type { Store } from './store.ts';

/**
 * The four sizes of an image, as far as this engine tells them; the rest is null and never guessed.
 *
 * - Docker, classic stores: `Size` is the sum of the files' bytes (moby, layer/layer_store.go); on Windows it is not.
 * - Podman: the layers' sizes are those of their tar streams; `Size` adds manifest and configuration
 *   (containers/storage, ImageSize), so that it is a little more.
 * - Docker, containerd store: `Size` of the list is content and unpacked files together; a manifest's `Content`
 *   is what a registry holds.
 */
export function sizesOf(image: {
  store: Store;
  inspect: InspectReply;
  layers: readonly ImageLayer[];
  /** `Size` in the engine's list, which is what it prints; null when it was not asked. */
  listed: number | null;
  manifest: ManifestReply | null;
}): ImageSizes {
  const { store, inspect } = image;
  const unknown = { fileBytes: null, tarBytes: null, compressedBytes: null };
  if (store.containerd) {
    const compressedBytes = image.manifest?.Size.Content ?? null;
    return { ...unknown, compressedBytes, engineReported: image.listed };
  }
  if (store.engine === 'podman') {
    return { ...unknown, tarBytes: sum(image.layers), engineReported: inspect.Size };
  }
  // Of another engine, and of Docker on Windows, nobody knows what this one number means.
  const fileBytes = store.engine === 'docker' && inspect.Os !== 'windows' ? inspect.Size : null;
  return { ...unknown, fileBytes, engineReported: inspect.Size };
}

/** null as soon as one layer's size is unknown. */
function sum(layers: readonly ImageLayer[]): number | null {
  return layers.reduce<number | null>(
    (total, { bytes }) => (total === null || bytes === null ? null : total + bytes),
    0,
  );
}
