export { finalPrograms, inspectionsOf, listPrograms, tooLargePrograms } from './final-programs.ts';
export { type FoundProgram, programReader } from './program-reader.ts';
