export { inspectBinary } from './inspect.ts';
export { readExecutableHeader } from './program-file.ts';
