import { Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type LoadFacts, maxLibraries, maxNameBytes, nothingLoaded } from './load-facts.ts';

// mach-o/loader.h
const objectType = 1;
const programType = 2;
const pieFlag = 0x20_0000;
const stackExecutionFlag = 0x2_0000;
const loaderCommand = 0xe;
const signatureCommand = 0x1d;
/** Libraries: LC_LOAD_DYLIB, LC_LOAD_WEAK_DYLIB, LC_REEXPORT_DYLIB, LC_LOAD_UPWARD_DYLIB. */
const libraryCommands = new Set([0xc, 0x8000_0018, 0x8000_001f, 0x8000_0023]);

/** Reads what the loader of a thin Mach-O program needs to know. Throws `Damaged`. */
export function machOLoadFacts({ bytes }: Image): LoadFacts {
  const [type, commands, flags] = [bytes.u32(12), bytes.u32(16), bytes.u32(24)];
  if (type === objectType) return nothingLoaded;
  const libraries: string[] = [];
  let linking: LoadFacts['linking'] = 'static';
  let signed = false;
  let at = bytes.pointerBytes === 8 ? 32 : 28;
  for (let i = 0; i < commands; i++) {
    const [command, commandBytes] = [bytes.u32(at), bytes.u32(at + 4)];
    if (commandBytes < 8) throw new Damaged('a load command is too short.');
    const body = bytes.part(at, commandBytes);
    if (command === loaderCommand) linking = 'dynamic';
    else if (command === signatureCommand) signed = body.u32(12) > 0;
    else if (libraryCommands.has(command)) {
      if (libraries.length >= maxLibraries) throw new Damaged('it needs too many libraries.');
      libraries.push(body.text(body.u32(8), maxNameBytes));
    }
    at += commandBytes;
  }
  if (libraries.length > 0) linking = 'dynamic';
  return {
    ...nothingLoaded,
    linking,
    libraries,
    pie: type === programType ? (flags & pieFlag) !== 0 : null,
    executableStack: (flags & stackExecutionFlag) !== 0,
    signed,
  };
}
