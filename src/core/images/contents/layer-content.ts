import type { LayerEntries } from '#contract/image-contents';

/** The entries of one layer, with the hashes of its files. */
export interface LayerContent extends LayerEntries {
  /** The SHA-256 of entry i at 32 × i; zeros where it is no regular file. */
  hashes: Uint8Array;
}
