export { replaceWithNative } from './replace.ts';
export { reportProcessors } from './report.ts';
