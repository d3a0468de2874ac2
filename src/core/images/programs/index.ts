export { finalPrograms, inspectionsOf, listPrograms } from './final-programs.ts';
export { type FoundProgram, programReader } from './program-reader.ts';
