import type { FoundLayer } from './read-layer.ts';

/** The files of an archive or folder with images, by their clean paths in it. */
export interface ImageFiles<Program> {
  /** A document. null: there is none. Failures: image.too-much, and those of reading a file. */
  document(path: string): Promise<Buffer | null>;
  has(path: string): Promise<boolean>;
  /** Says which layers will be read, so that the progress knows their bytes. */
  expect(paths: readonly string[]): Promise<void>;
  /** Reads a layer. Failures: image.content-missing, and those of `readLayer`. */
  layer(path: string): Promise<FoundLayer<Program>>;
}
