export { goFields } from './go-fields.ts';
export { type GoProgram, readGoProgram } from './go-program.ts';
export { inspectBinary } from './inspect.ts';
export { readExecutableHeader } from './program-file.ts';
