import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { samePlatform } from './reading/index.ts';

/**
 * What is known of the image that was read, where an engine has it for several platforms and told about another one: then nothing
 * that it told about sizes and layers is true of this one. Pure.
 */
export function factsOfPlatform(told: ImageFacts, read: ImageContents): ImageFacts {
  if (samePlatform(told.platform, read.platform)) return told;
  return {
    ...told,
    id: read.configDigest,
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
