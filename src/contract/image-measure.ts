import type { ImageFacts, ImageSizes } from './images.ts';

/** What the bytes of a size count. Sizes of different measures must never be subtracted. */
export type ToldMeasure =
  /** The bytes of the files, and those of the targets of links. */
  | 'fileBytes'
  /** The uncompressed tar stream. */
  | 'tarBytes'
  /** The blocks that the unpacked files take on the engine's disk. */
  | 'diskBytes';

/** What an image's facts say about who told them. */
interface Teller {
  engine: Pick<ImageFacts['engine'], 'name' | 'store'>;
  sizes: ImageSizes;
}

/**
 * What the bytes of an image's layers count, as the engine tells them; null: not known. What Burrow reads itself is another
 * thing, even under the same name: Docker counts the targets of links as bytes of files.
 *
 * Docker's classic stores sum the files (moby, layer/layer_store.go). Its containerd store and nerdctl tell the usage of
 * the snapshot (moby, daemon/containerd/image_history.go). Podman, and archives, know the tar streams.
 */
export function layerMeasure({ engine, sizes }: Teller): ToldMeasure | null {
  switch (engine.name) {
    case 'docker':
      if (sizes.fileBytes !== null) return 'fileBytes';
      // Of Docker on Windows nothing is known. A containerd store never has this name.
      return engine.store === 'windowsfilter' ? null : 'diskBytes';
    case 'containerd':
      return 'diskBytes';
    case 'podman':
    case 'archive':
      return 'tarBytes';
    default:
      return null;
  }
}

/** What the layers of both images count; null: they count different things, or nobody knows what. */
export function commonLayerMeasure(a: Teller, b: Teller): ToldMeasure | null {
  const measure = layerMeasure(a);
  return measure === layerMeasure(b) ? measure : null;
}

/** The size that stands for an image in lists and charts, in bytes, and what it counts. */
export interface Headline {
  measure: keyof ImageSizes;
  bytes: number;
}

/**
 * The size that leads: of one platform and of its content alone. null: the engine tells none, as with a containerd store that
 * does not say what belongs to which platform. What the engine prints is used only where its engine has no other: under the
 * containerd store it is the sum of all platforms and of their unpacked files.
 */
export function headline({ engine, sizes }: Teller): Headline | null {
  const byContent = (['compressedBytes', 'fileBytes', 'tarBytes'] as const).find(
    (each) => sizes[each] !== null,
  );
  if (byContent !== undefined) return headlineOf(sizes, byContent);
  const measure = layerMeasure({ engine, sizes });
  return measure === 'diskBytes' ? null : headlineOf(sizes, 'engineReported');
}

function headlineOf(sizes: ImageSizes, measure: keyof ImageSizes): Headline | null {
  const bytes = sizes[measure];
  return bytes === null ? null : { measure, bytes };
}
