import type { ImageLayer, ImageSizes } from '#contract/images';
import type { InspectReply, ManifestReply, Store } from '../engines/index.ts';

/**
 * The four sizes of an image; null if the engine does not report one.
 *
 * - Docker, classic stores: `Size` is the sum of the files' bytes (moby, layer/layer_store.go), except on Windows.
 * - Podman: the sizes of layers are those of their tar streams; `Size` adds manifest and configuration
 *   (containers/storage, ImageSize), so it is slightly larger.
 * - Docker, containerd store: `Size` in the list is the sum of content and unpacked files; a manifest's `Content` is
 *   the compressed size, as in a registry.
 */
export function sizesOf(image: {
  store: Store;
  inspect: InspectReply;
  layers: readonly ImageLayer[];
  /** `Size` in the engine's list, which `docker images` prints; null if the list was not requested. */
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

/** null if the size of any layer is unknown. */
function sum(layers: readonly ImageLayer[]): number | null {
  return layers.reduce<number | null>(
    (total, { bytes }) => (total === null || bytes === null ? null : total + bytes),
    0,
  );
}
