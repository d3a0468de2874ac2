import { Damaged } from '../bytes/index.ts';
import { fileOffset, type Image } from '../formats/index.ts';
import { type LoadFacts, maxLibraries, maxNameBytes, nothingLoaded } from './load-facts.ts';

// Microsoft, "PE Format", "Optional Header"
const importsDirectory = 1;
const certificatesDirectory = 4;
const movableFlag = 0x40;
const noExecutableStackFlag = 0x100;
const libraryFlag = 0x2000;
const descriptorBytes = 20;

/** Reads what the loader of a PE program needs to know. Throws `Damaged`. */
export function peLoadFacts(image: Image): LoadFacts {
  const { bytes } = image;
  const wide = bytes.pointerBytes === 8;
  const coff = bytes.u32(0x3c);
  const optional = bytes.part(coff + 24, bytes.u16(coff + 20));
  const flags = optional.u16(70);
  const count = optional.u32(wide ? 108 : 92);
  const directory = (i: number) => {
    const at = (wide ? 112 : 96) + i * 8;
    return i < count && at + 8 <= optional.length
      ? { address: optional.u32(at), bytes: optional.u32(at + 4) }
      : { address: 0, bytes: 0 };
  };
  const imports = directory(importsDirectory);
  const libraries =
    imports.bytes === 0 ? [] : importedLibraries(image, optional.pointer(wide ? 24 : 28), imports.address);
  const isLibrary = (bytes.u16(coff + 22) & libraryFlag) !== 0;
  return {
    ...nothingLoaded,
    linking: libraries.length > 0 ? 'dynamic' : 'static',
    libraries,
    pie: isLibrary ? null : (flags & movableFlag) !== 0,
    // Without the flag, the settings of the system decide.
    executableStack: flags & noExecutableStackFlag ? false : null,
    signed: directory(certificatesDirectory).bytes > 0,
  };
}

/** The names in the import table; an empty entry ends it. */
function importedLibraries({ bytes, mappings }: Image, base: number, address: number): string[] {
  const libraries: string[] = [];
  const offsetOf = (relative: number) => fileOffset({ mappings }, base + relative);
  const table = offsetOf(address);
  for (let at = table; at !== null; at += descriptorBytes) {
    const entry = bytes.part(at, descriptorBytes);
    const name = entry.u32(12);
    if (name === 0) break;
    if (libraries.length >= maxLibraries) throw new Damaged('it needs too many libraries.');
    const place = offsetOf(name);
    if (place !== null) libraries.push(bytes.text(place, maxNameBytes));
  }
  return libraries;
}
