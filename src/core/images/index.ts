export { applyLayers, type FinalEntry, type LayerContent } from './contents/index.ts';
export { chooseEngine, type EngineState, engineVersion, listEngines, probeEngine } from './engines/index.ts';
export { inspectImage, listImages } from './facts/index.ts';
export { keptEntries } from './kept.ts';
export { type OpenedImage, openImage } from './open-image.ts';
export { recordImage } from './record.ts';
export { listFiles } from './list-files.ts';
export { type SeenImage, lookAtImage, lookAtRecord } from './look-at-image.ts';
