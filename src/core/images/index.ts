export { engineVersion } from './engine-version.ts';
export { inspectImage } from './inspect.ts';
export { listImages } from './list.ts';
export { type EngineState, probeEngine } from './probe.ts';
export { recordImage } from './record.ts';
