export { finalPrograms, type FinalProgram, listPrograms } from './final-programs.ts';
export { inspectPrograms } from './inspect-programs.ts';
export { type FoundProgram, programReader } from './program-reader.ts';
