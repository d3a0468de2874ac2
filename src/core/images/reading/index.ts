import '#contract/image-contents-failures';

export { samePlatform } from './platform.ts';
export { limits } from './limits.ts';
export { readImage } from './read-image.ts';
export type {
  ImageReadProgress,
  ImageSource,
  ReadImage,
  ReadImageOptions,
} from './read-image-types.ts';
