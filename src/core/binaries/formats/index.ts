export { goMember } from './archive.ts';
export { elfFunctions, elfVariables } from './elf-symbols.ts';
export { readElf } from './elf.ts';
export { type ExecutableHeader, type Identified, objectHeader } from './header.ts';
export { type BucketName, checkTotals, fileOffset, type Image } from './image.ts';
export { readMachO } from './mach-o.ts';
export { readPe } from './pe.ts';
export { readPlan9 } from './plan9.ts';
export {
  hashProgram,
  identifyInMemory,
  isPacked,
  readExecutableHeader,
  readProgram,
  readProgramInMemory,
  readProgramPieces,
} from './program-file.ts';
export { eachRelocation, withRelocations } from './relocations.ts';
export { functionNames, inFile, readWasm, wasmCode, type WasmModule } from './wasm.ts';
export { readXcoff } from './xcoff.ts';
