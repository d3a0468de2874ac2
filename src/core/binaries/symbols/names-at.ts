import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { maxSymbols, Names } from './elf-symbols.ts';

/** Where a symbol's name is, and its address; null: it has none. */
type Read = (table: Bytes, at: number, image: Image) => { name: number; address: number } | null;

/** Entries of symbol tables: their size, and how each is read. */
const entries: Record<'elf' | 'mach-o', (wide: boolean) => { bytes: number; read: Read }> = {
  elf: (wide) => ({
    bytes: wide ? 24 : 16,
    read: (table, at) => ({ name: table.u32(at), address: table.address(at + (wide ? 8 : 4)) ?? 0 }),
  }),
  'mach-o': (wide) => ({
    bytes: wide ? 16 : 12,
    read: (table, at) => ({ name: table.u32(at), address: table.address(at + 8) ?? 0 }),
  }),
};
/** Microsoft, "PE Format", "COFF Symbol Table": a name of up to eight bytes stands in the entry itself. */
const coff = {
  bytes: 18,
  read: ((table, at, { sections }) => {
    const section = sections[table.u16(at + 12) - 1];
    if (table.u32(at) !== 0 || !section) return null;
    return { name: table.u32(at + 4), address: section.address + table.u32(at + 8) };
  }) satisfies Read,
};

/**
 * The names of the symbols at these addresses; of several at one address, the last. Empty if the symbol table cannot be read.
 */
export function namesAt(image: Image, addresses: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  if (addresses.size === 0) return found;
  try {
    for (const { kind, offset, bytes, names, nameBytes } of image.symbols ?? []) {
      const table = image.bytes.part(offset, bytes);
      const texts = new Names(image.bytes.part(names, nameBytes));
      const entry = kind === 'pe' ? coff : entries[kind](table.pointerBytes === 8);
      const count = Math.min(maxSymbols, Math.floor(bytes / entry.bytes));
      for (let i = 0; i < count; i++) {
        const symbol = entry.read(table, i * entry.bytes, image);
        if (!symbol || !addresses.has(symbol.address)) continue;
        const name = texts.text(symbol.name, texts.endOf(symbol.name));
        found.set(symbol.address, kind === 'mach-o' ? name.replace(/^_/, '') : name);
      }
    }
  } catch (error) {
    if (error instanceof Damaged) return new Map();
    throw error;
  }
  return found;
}
