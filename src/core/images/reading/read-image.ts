import type { System } from '#core/system';
import type { ImageReadProgress, ImageSource, ReadImage, ReadImageOptions } from './read-image-types.ts';

/** Reads an image whole: the files of each layer with sizes and hashes. */
export declare function readImage<Program = never>(
  system: System,
  source: ImageSource,
  options: ReadImageOptions<Program>,
): AsyncGenerator<ImageReadProgress, ReadImage<Program>>;
