import type { ReadSizes } from '#contract/image-contents';
import type { LayerContent } from '../contents/index.ts';
import type { ImageConfig } from './image-config.ts';

/** Where an image is. `image` chooses one of several images of an archive or folder, by one of its names. */
export type ImageSource =
  | { kind: 'engine'; ref: string }
  /** A tar archive, perhaps compressed with gzip or zstd. */
  | { kind: 'archive'; path: string; image?: string }
  /** An OCI image layout, or an unpacked `docker save`. */
  | { kind: 'folder'; path: string; image?: string };

/** What to read besides names, sizes and hashes. `Program` is what the caller makes of an executable. */
export interface ReadImageOptions<Program> {
  /** `linux/arm64`, `linux/arm/v7`. Without it this machine's is chosen, else the only one. */
  platform?: string | undefined;
  signal?: AbortSignal | undefined;
  /**
   * Whether the content of a regular file is to be kept. Not asked for files above `maxKeptBytes`; once the kept files of the
   * image have `maxKeptTotalBytes`, no more are kept.
   */
  keep: (path: string, bytes: number) => boolean;
  /**
   * Called with the content of every regular file that starts like an ELF, Mach-O or PE file, up to `maxProgramBytes`. The
   * content is valid until what it returns is there, which is found in the layer's `programs`; null: nothing of interest. It
   * is also called for layers that turn out not to belong to the image.
   */
  program?: ((path: string, content: Buffer) => Program | null | Promise<Program | null>) | undefined;
}

/** How far the reading is. */
export interface ImageReadProgress {
  /** Of the archive, as stored; 0: an engine is still preparing it. */
  bytesRead: number;
  /** null: not known, as for engines. */
  totalBytes: number | null;
  /** Entries of layers. */
  entries: number;
}

/** A layer as it was read. */
export interface ReadImageLayer<Program> extends ReadSizes {
  /** `sha256:…` of its tar stream, verified. */
  diffId: string;
  /** `sha256:…` of how it is stored, verified; null: it is stored uncompressed without a digest of its own. */
  digest: string | null;
  compression: 'none' | 'gzip' | 'zstd';
  content: LayerContent;
  /** By path: what `keep` asked for. */
  kept: ReadonlyMap<string, Buffer>;
  /** By path: what `program` returned. */
  programs: ReadonlyMap<string, Program>;
}

/** An image as it was read; nothing in it is masked. */
export interface ReadImage<Program> {
  /** The engine's reference, or the path. */
  source: string;
  /** `sha256:…`, verified. */
  configDigest: string;
  /** `sha256:…`, verified; null: it has no manifest. */
  manifestDigest: string | null;
  /** How it was built, as SLSA's provenance, which is kept beside it; null: it is not. */
  provenance: Buffer | null;
  /** `linux/amd64`, `linux/arm/v7`. */
  platform: string;
  otherPlatforms: string[];
  /** `shop/server:1.0`, as the archive names it; empty: it does not. */
  names: string[];
  /** ISO 8601; null: not said. */
  createdAt: string | null;
  config: ImageConfig;
  /** Steps, the first one first. Those that are not `emptyLayer` belong to the layers in turn, if their number is the same. */
  history: { createdBy: string; emptyLayer: boolean }[];
  sizes: ReadSizes;
  /** Lowest first. One that the image has twice is the same object. */
  layers: ReadImageLayer<Program>[];
}
