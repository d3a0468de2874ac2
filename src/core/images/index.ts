export { applyLayers, type FinalEntry, type LayerContent } from './contents/index.ts';
export { chooseEngine, type EngineState, engineVersion, listEngines, probeEngine } from './engines/index.ts';
export { inspectImage, listImages } from './facts/index.ts';
export { keptEntries } from './kept.ts';
export { recordImage } from './record.ts';
