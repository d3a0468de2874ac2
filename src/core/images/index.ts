export { inspectImage } from './inspect.ts';
export { listImages } from './list.ts';
export { probeEngine } from './probe.ts';
export { recordImage } from './record.ts';
