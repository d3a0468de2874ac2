export { callGraphOf } from './call-graph.ts';
export { goFields } from './build-info/index.ts';
export { type GoProgram, readGoProgram } from './go-program.ts';
export { inspectBinary } from './inspect.ts';
export { maskSettings } from './build-info/index.ts';
export { hashProgram, readExecutableHeader } from './formats/index.ts';
export type { CallGraph } from './loaded/index.ts';
export { readerVersion } from './reader-version.ts';
export { moduleOfPackage } from '#contract/module-of-package';
