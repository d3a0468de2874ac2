import { basename } from 'node:path';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { familiarRef } from './facts/index.ts';
import type { ImageSource } from './reading/index.ts';

/**
 * What an archive or a folder tells of the image in it, in the form of what an engine tells: its engine is called `archive`, the store
 * says which of the two, and the address is the path. An image without a name there is called as the file. Pure.
 */
export function archiveFacts(
  contents: ImageContents,
  source: Exclude<ImageSource, { kind: 'engine' }>,
): ImageFacts {
  const wanted = contents.names.find((name) => name === source.image) ?? contents.names[0];
  const { tarBytes, compressedBytes } = contents.sizes;
  return {
    ref: wanted === undefined ? fileName(source.path) : familiarRef(wanted),
    id: contents.configDigest,
    repoDigest: null,
    platform: contents.platform,
    createdAt: contents.createdAt,
    engine: { name: 'archive', version: '', store: source.kind, endpoint: source.path },
    sizes: { fileBytes: null, tarBytes, compressedBytes, engineReported: null },
    layers: contents.layers.map((layer) => ({
      diffId: layer.diffId,
      createdBy: layer.step?.createdBy || null,
      bytes: layer.tarBytes,
      dockerfile: layer.dockerfile,
    })),
    target: contents.target,
  };
}

/** Without the endings that say that it is an archive. */
function fileName(path: string): string {
  return basename(path).replace(/(\.tar)?(\.(gz|zst)|\.tgz|\.tar|\.oci)$/i, '') || basename(path);
}
