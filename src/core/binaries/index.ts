export { goFields } from './go-fields.ts';
export { type GoProgram, readGoProgram } from './go-program.ts';
export { inspectBinary } from './inspect.ts';
export { maskSettings } from './mask-settings.ts';
export { readExecutableHeader } from './program-file.ts';
