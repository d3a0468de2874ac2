import '#contract/image-contents-failures';

export type { ImageConfig } from './image-config.ts';
export { readImage } from './read-image.ts';
export type {
  ImageReadProgress,
  ImageSource,
  ReadImage,
  ReadImageLayer,
  ReadImageOptions,
} from './read-image-types.ts';
