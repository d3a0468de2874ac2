export { inspectImage } from './inspect.ts';
export { listImages } from './list.ts';
export { recordImage } from './record.ts';
