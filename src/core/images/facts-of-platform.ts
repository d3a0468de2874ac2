import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { samePlatform } from './reading/index.ts';

/**
 * What is known of the image that was read. Nothing that the engine told about sizes and layers is true of it where it told about another
 * platform, or where the name was given to another image meanwhile. Pure.
 */
export function factsOfPlatform(told: ImageFacts, read: ImageContents): ImageFacts {
  const isPlatform = samePlatform(told.platform, read.platform);
  if (isPlatform && hasLayersOf(told, read)) return told;
  return {
    ...told,
    id: read.configDigest,
    // That of an index is the same for all platforms.
    repoDigest: isPlatform ? null : told.repoDigest,
    platform: read.platform,
    createdAt: read.createdAt,
    sizes: { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported: null },
    layers: read.layers.map(({ diffId, step, dockerfile }) => ({
      diffId,
      createdBy: step?.createdBy || null,
      bytes: null,
      dockerfile,
    })),
    target: read.target,
  };
}

/** Whether an engine told about these layers, or about none. */
function hasLayersOf({ layers }: ImageFacts, read: ImageContents): boolean {
  if (layers.length === 0) return true;
  return (
    layers.length === read.layers.length && layers.every(({ diffId }, i) => diffId === read.layers[i]?.diffId)
  );
}
