import type { Image } from './image.ts';

const objectType = 1;
const functionType = 2;
/** More than the largest programs have; protects time from a hostile table. */
const maxSymbols = 2_000_000;

type Each = (name: string, address: number, bytes: number) => void;

/** Calls `each` with the functions in the symbol tables of an ELF program. Throws `Damaged`. */
export function elfFunctions(image: Image, each: Each): void {
  elfSymbols(image, functionType, each);
}

/** Calls `each` with the variables in the symbol tables of an ELF program. Throws `Damaged`. */
export function elfVariables(image: Image, each: Each): void {
  elfSymbols(image, objectType, each);
}

function elfSymbols(image: Image, type: number, each: Each): void {
  const wide = image.bytes.pointerBytes === 8;
  const entryBytes = wide ? 24 : 16;
  for (const { kind, offset, bytes, names, nameBytes } of image.symbols ?? []) {
    if (kind !== 'elf') continue;
    const table = image.bytes.part(offset, bytes);
    const strings = image.bytes.part(names, nameBytes);
    const count = Math.min(maxSymbols, Math.floor(bytes / entryBytes));
    for (let i = 0; i < count; i++) {
      const at = i * entryBytes;
      const info = table.u8(at + (wide ? 4 : 12));
      const section = table.u16(at + (wide ? 6 : 14));
      const size = table.pointer(at + (wide ? 16 : 8));
      if ((info & 0xf) !== type || section === 0 || size === 0) continue;
      each(strings.text(table.u32(at), maxNameBytes), table.pointer(at + (wide ? 8 : 4)), size);
    }
  }
}

/** A longer name is cut off; no name that a compiler makes is. */
const maxNameBytes = 4096;
