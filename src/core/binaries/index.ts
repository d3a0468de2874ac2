export type { ExecutableHeader } from './header.ts';
export { inspectBinary } from './inspect.ts';
export { readExecutableHeader } from './program-file.ts';
