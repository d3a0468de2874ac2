import type { ImageSizes } from '#contract/images';
import type { InspectReply, ManifestReply, Store } from '../engines/index.ts';
import type { Step } from './layers.ts';

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
  /** Whichever of them made layers, the others have no bytes. */
  steps: readonly Step[];
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
    return { ...unknown, tarBytes: sum(image.steps), engineReported: inspect.Size };
  }
  // Of another engine, and of Docker on Windows, nobody knows what this one number means.
  const fileBytes = store.engine === 'docker' && inspect.Os !== 'windows' ? inspect.Size : null;
  return { ...unknown, fileBytes, engineReported: inspect.Size };
}

/** The sizes in an engine's list of images, of which Podman's has no size of the layers alone. */
export function listedSizes(image: {
  store: Store;
  listed: number | null;
  manifest: ManifestReply | null;
  /** Of the engine. */
  os: string;
}): ImageSizes {
  const { store, listed } = image;
  const unknown = { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported: listed };
  if (store.containerd) return { ...unknown, compressedBytes: image.manifest?.Size.Content ?? null };
  return { ...unknown, fileBytes: store.engine === 'docker' && image.os !== 'windows' ? listed : null };
}

/** null if the size of any step is unknown. */
function sum(steps: readonly Step[]): number | null {
  return steps.reduce<number | null>(
    (total, { bytes }) => (total === null || bytes === null ? null : total + bytes),
    0,
  );
}
