import '#contract/image-contents-failures';

export { applyLayers, encodeLayer, type FinalEntry, type LayerContent } from './contents/index.ts';
export { chooseEngine, type EngineState, engineVersion, listEngines, probeEngine } from './engines/index.ts';
export { inspectImage, listImages } from './facts/index.ts';
export { keptEntries } from './kept.ts';
export { listFiles } from './list-files.ts';
export { type SeenImage, lookAtImage, lookAtRecord } from './look-at-image.ts';
export { readPackages } from './packages/index.ts';
export { type ReadContents, readContents } from './read-contents.ts';
export { type ImageSource, type ReadImage, readImage } from './reading/index.ts';
export { recordImage } from './record.ts';
