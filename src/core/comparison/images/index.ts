export { compareImages, layersToLoad } from './compare-images.ts';
export type { ImageSide } from './side.ts';
