export { imageName } from './image-ref.ts';
export { inspectImage } from './inspect.ts';
export { listImages } from './list.ts';
