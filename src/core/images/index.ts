export { type EngineState, engineVersion, probeEngine } from './engines/index.ts';
export { inspectImage, listImages } from './facts/index.ts';
export { keptEntries } from './kept.ts';
export { recordImage } from './record.ts';
export {
  type ImageConfig,
  type ImageReadProgress,
  type ImageSource,
  readImage,
  type ReadImage,
  type ReadImageLayer,
  type ReadImageOptions,
} from './reading/index.ts';
