export { isoTime } from './image-facts.ts';
export { familiarRef, imageName, imagePath } from './image-ref.ts';
export { inspectImage } from './inspect.ts';
export { listImages } from './list.ts';
