import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type Abbreviation, abbreviationsAt, maxNameBytes, Reader } from './dwarf-reader.ts';
import { dwarfSection } from './dwarf-section.ts';

// The DWARF debugging standard, versions 2 to 5, with offsets of 32 bits.
const attributes = {
  name: 0x03,
  lines: 0x10,
  language: 0x13,
  ranges: 0x55,
  addresses: 0x73,
};
const goLanguage = 0x16;
const wideOffsets = 0xffff_fff0;
const maxUnits = 200_000;
/** Attributes of all tables. Go has one table; those of C compilers are small. */
const maxAbbreviations = 2_000_000;
/** Of all names of units together; several may refer to the same text. */
const maxTextBytes = 16 * 1024 * 1024;

/** One compilation unit: a package of Go, or a source file of C. */
export interface Unit {
  /** Its place in the section `info`. */
  start: number;
  bytes: number;
  /** The import path, or the path of a source file as it was given to the compiler; empty: not known. */
  name: string;
  isGo: boolean;
  version: number;
  /** Where its entries begin, in `info`, and what abbreviates them, in `abbrev`. */
  entries: number;
  abbreviations: number;
  /** Where its part of other sections begins; null: it has none. */
  lines: number | null;
  ranges: number | null;
  addresses: number | null;
}

/** Reads the compilation units of a program. */
export class Units {
  readonly info: Bytes;
  readonly #abbreviations: Bytes;
  readonly #strings: Record<number, Bytes | null>;
  #left = maxAbbreviations;
  #textLeft = maxTextBytes;
  readonly #tables = new Map<number, Map<number, Abbreviation>>();

  /** null: the program has no debug information, or more than can be read. */
  static of(image: Image): Units | null {
    const [info, abbreviations] = [dwarfSection(image, 'info'), dwarfSection(image, 'abbrev')];
    if (!info || !abbreviations) return null;
    const strings = { 0x0e: dwarfSection(image, 'str'), 0x1f: dwarfSection(image, 'line_str') };
    return new Units(info, abbreviations, strings);
  }

  private constructor(info: Bytes, abbreviations: Bytes, strings: Record<number, Bytes | null>) {
    this.info = info;
    this.#abbreviations = abbreviations;
    this.#strings = strings;
  }

  /** All units, in the order of the section. Throws `Damaged`. */
  all(): Unit[] {
    const units: Unit[] = [];
    for (let at = 0; at + 12 <= this.info.length; ) {
      const unit = this.at(at);
      if (!unit) break;
      if (units.length >= maxUnits) throw new Damaged('its debug information has too many units.');
      units.push(unit);
      at += unit.bytes;
    }
    return units;
  }

  /** The unit at an offset; null: it has offsets of 64 bits. Throws `Damaged`. */
  at(start: number): Unit | null {
    const { info } = this;
    const length = info.u32(start);
    if (length >= wideOffsets) return null;
    const version = info.u16(start + 4);
    const isNew = version >= 5;
    const unit: Unit = {
      start,
      bytes: 4 + length,
      name: '',
      isGo: false,
      version,
      entries: start + (isNew ? 12 : 11),
      abbreviations: info.u32(start + (isNew ? 8 : 6)),
      lines: null,
      ranges: null,
      addresses: null,
    };
    const from = new Reader(info, unit.entries);
    for (const [attribute, form] of this.abbreviation(unit, from.varint())?.attributes ?? []) {
      const { at } = from;
      if (attribute === attributes.name) unit.name = this.text(at, form);
      else if (attribute === attributes.language) unit.isGo = info.u8(at) === goLanguage;
      else if (attribute === attributes.lines) unit.lines = info.u32(at);
      else if (attribute === attributes.ranges) unit.ranges = info.u32(at);
      else if (attribute === attributes.addresses) unit.addresses = info.u32(at);
      if (!from.skip(form, version)) break;
    }
    return unit;
  }

  /** What the entries of a unit with this code have in common. */
  abbreviation({ abbreviations }: Unit, code: number): Abbreviation | undefined {
    let table = this.#tables.get(abbreviations);
    if (!table) {
      const read = abbreviationsAt(this.#abbreviations, abbreviations, this.#left);
      this.#left -= read.size;
      table = read.found;
      this.#tables.set(abbreviations, table);
    }
    return table.get(code);
  }

  /** A text in one of the forms of texts; empty: it is in another. */
  text(at: number, form: number): string {
    if (form === 0x08) return this.info.text(at, maxNameBytes);
    const text = this.#strings[form]?.text(this.info.u32(at), maxNameBytes) ?? '';
    this.#textLeft -= text.length;
    if (this.#textLeft < 0) throw new Damaged('the names in its debug information overlap.');
    return text;
  }
}
