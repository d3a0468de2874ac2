import { Damaged } from '../bytes/index.ts';
import { dwarfSection } from './dwarf-section.ts';
import type { Image } from '../formats/index.ts';
import { Units } from './units.ts';

// The DWARF debugging standard, versions 2 to 5, as C compilers write it: with offsets of 32 bits.
const wideOffsets = 0xffff_fff0;
/** A file may claim any number of them. */
const maxRanges = 1_000_000;
const maxSets = 100_000;

/** The code of a source file, as its compiler recorded it. */
export interface UnitRange {
  /** The path as it was given to the compiler; empty: not known. */
  file: string;
  start: number;
  end: number;
}

/**
 * Where the code of each source file of C is, from the tables of addresses that C compilers add to the debug information
 * (`.debug_aranges`; Go adds none). Empty without them. Throws `Damaged`.
 */
export function unitRanges(image: Image): UnitRange[] {
  const table = dwarfSection(image, 'aranges');
  if (!table) return [];
  const units = Units.of(image);
  const ranges: UnitRange[] = [];
  let sets = 0;
  for (let set = 0; set + 12 <= table.length; ) {
    if (++sets > maxSets) throw new Damaged('its debug information has too many tables of addresses.');
    const length = table.u32(set);
    if (length >= wideOffsets) break;
    const pointerBytes = table.u8(set + 10);
    if (pointerBytes !== table.pointerBytes) throw new Damaged('its debug information has other addresses.');
    const entryBytes = 2 * pointerBytes;
    const end = set + 4 + length;
    const file = units?.at(table.u32(set + 6))?.name ?? '';
    for (let at = set + Math.ceil(12 / entryBytes) * entryBytes; at + entryBytes <= end; at += entryBytes) {
      const [start, bytes] = [table.pointer(at), table.pointer(at + pointerBytes)];
      if (start === 0 && bytes === 0) break;
      if (ranges.length >= maxRanges) throw new Damaged('its debug information has too many ranges.');
      ranges.push({ file, start, end: start + bytes });
    }
    set = end;
  }
  return ranges;
}
