import { type Bytes, Damaged } from '../bytes/index.ts';
import { dwarfSection } from './dwarf-section.ts';
import type { Image } from '../formats/index.ts';

// The DWARF debugging standard, versions 2 to 5, as C compilers write it: with offsets of 32 bits.
const nameAttribute = 0x03;
const wideOffsets = 0xffff_fff0;
/** A file may claim any number of them. */
const maxRanges = 1_000_000;

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
  const names = new UnitNames(image);
  const ranges: UnitRange[] = [];
  for (let set = 0; set + 12 <= table.length; ) {
    const length = table.u32(set);
    if (length >= wideOffsets) break;
    const pointerBytes = table.u8(set + 10);
    if (pointerBytes !== table.pointerBytes) throw new Damaged('its debug information has other addresses.');
    const entryBytes = 2 * pointerBytes;
    const end = set + 4 + length;
    const file = names.at(table.u32(set + 6));
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

/** The names of compilation units, by their offsets. */
class UnitNames {
  readonly #info: Bytes | null;
  readonly #abbreviations: Bytes | null;
  readonly #strings: Record<number, Bytes | null>;

  constructor(image: Image) {
    this.#info = dwarfSection(image, 'info');
    this.#abbreviations = dwarfSection(image, 'abbrev');
    this.#strings = { 0x0e: dwarfSection(image, 'str'), 0x1f: dwarfSection(image, 'line_str') };
  }

  /** Empty: not known. */
  at(offset: number): string {
    const [info, abbreviations] = [this.#info, this.#abbreviations];
    if (!info || !abbreviations) return '';
    const version = info.u16(offset + 4);
    const isNew = version >= 5;
    const abbreviation = info.u32(offset + (isNew ? 8 : 6));
    const from = new Reader(info, offset + (isNew ? 12 : 11));
    for (const [attribute, form] of attributesOf(abbreviations, abbreviation, from.varint())) {
      if (attribute === nameAttribute) return this.#text(from, form);
      if (!from.skip(form)) return '';
    }
    return '';
  }

  #text(from: Reader, form: number): string {
    if (form === 0x08) return from.bytes.text(from.at, maxNameBytes);
    return this.#strings[form]?.text(from.bytes.u32(from.at), maxNameBytes) ?? '';
  }
}

const maxNameBytes = 4096;

/** The attributes and forms of the abbreviation `code` in the table at `offset`. */
function attributesOf(table: Bytes, offset: number, code: number): [number, number][] {
  const from = new Reader(table, offset);
  for (;;) {
    const found = from.varint();
    if (found === 0) return [];
    from.varint(); // tag
    from.at += 1; // has children
    const attributes: [number, number][] = [];
    for (;;) {
      const [attribute, form] = [from.varint(), from.varint()];
      if (form === 0x21) from.varint(); // the value itself
      if (attribute === 0 && form === 0) break;
      attributes.push([attribute, form]);
    }
    if (found === code) return attributes;
  }
}

/** The bytes of forms that always have the same size; an address and an offset have 8 and 4. */
const fixedBytes: Record<number, number> = {
  0x05: 2,
  0x06: 4,
  0x07: 8,
  0x0b: 1,
  0x0c: 1,
  0x0e: 4,
  0x17: 4,
  0x19: 0,
  0x1e: 16,
  0x1f: 4,
  0x21: 0,
  0x25: 1,
  0x26: 2,
  0x28: 4,
};

class Reader {
  readonly bytes: Bytes;
  at: number;

  constructor(bytes: Bytes, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = this.bytes.u8(this.at++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new Damaged('a number in its debug information is too long.');
  }

  /** Passes over a value; false: its form is not known. */
  skip(form: number): boolean {
    const fixed = form === 0x01 ? this.bytes.pointerBytes : fixedBytes[form];
    if (fixed !== undefined) this.at += fixed;
    else if (form === 0x08) this.at += this.bytes.text(this.at, maxNameBytes).length + 1;
    else if (form === 0x0d || form === 0x0f || form === 0x1a || form === 0x1b) this.varint();
    else if (form === 0x18) this.at += this.varint();
    else return false;
    return true;
  }
}
