import type { Bytes } from '../bytes/index.ts';
import { Sums } from '../ownership/index.ts';
import { maxSymbols, Names } from './elf-symbols.ts';
import type { SymbolOwners } from './symbol-owners.ts';

// mach-o/nlist.h
const debugTypes = 0xe0;
const typeMask = 0x0e;
const inSection = 0x0e;

/** As `elfSymbolParts`, of a Mach-O program. Throws `Damaged`. */
export function machOSymbolParts(table: Bytes, names: Bytes, owners: SymbolOwners): Sums {
  const sums = new Sums();
  const texts = new Names(names);
  const entryBytes = table.pointerBytes === 8 ? 16 : 12;
  const count = Math.min(maxSymbols, Math.floor(table.length / entryBytes));
  for (let i = 0; i < count; i++) {
    const at = i * entryBytes;
    const offset = table.u32(at);
    const type = table.u8(at + 4);
    const end = texts.endOf(offset);
    const name = texts.text(offset, end);
    const isDefined = (type & typeMask) === inSection;
    const owner = owners.of(name.replace(/^_/, ''), {
      kind: (type & debugTypes) === 0 ? 'data' : 'other',
      address: isDefined ? (table.address(at + 8) ?? 0) : 0,
    });
    sums.add(owner, entryBytes + end - offset + 1);
  }
  return sums;
}

// Microsoft, "PE Format", "COFF Symbol Table"
const coffBytes = 18;
const functionType = 0x20;
const fileClass = 103;

/** As `elfSymbolParts`, of a PE program; the names begin with their size. Throws `Damaged`. */
export function peSymbolParts(table: Bytes, names: Bytes, owners: SymbolOwners): Sums {
  const sums = new Sums();
  const texts = new Names(names);
  const count = Math.min(maxSymbols, Math.floor(table.length / coffBytes));
  for (let i = 0; i < count; ) {
    const at = i * coffBytes;
    const isLong = table.u32(at) === 0;
    const offset = isLong ? table.u32(at + 4) : 0;
    const end = isLong ? texts.endOf(offset) : 0;
    const name = isLong ? texts.text(offset, end) : table.text(at, 8);
    const more = table.u8(at + 17);
    const kind =
      table.u8(at + 16) === fileClass ? 'other' : table.u16(at + 14) === functionType ? 'function' : 'data';
    // It is relative to a section.
    const owner = owners.of(name, { kind, address: null });
    sums.add(owner, (1 + more) * coffBytes + (isLong ? end - offset + 1 : 0));
    i += 1 + more;
  }
  return sums;
}
