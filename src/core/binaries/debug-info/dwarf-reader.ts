import { type Bytes, Damaged } from '../bytes/index.ts';

/** A longer name is cut off. */
export const maxNameBytes = 4096;

/** The bytes of forms that always have the same size; an address has that of a pointer, an offset 4. */
const fixedBytes: Record<number, number> = {
  0x05: 2,
  0x06: 4,
  0x07: 8,
  0x0b: 1,
  0x0c: 1,
  0x0e: 4,
  0x11: 1,
  0x12: 2,
  0x13: 4,
  0x14: 8,
  0x17: 4,
  0x19: 0,
  0x1e: 16,
  0x1f: 4,
  0x20: 8,
  0x21: 0,
  0x25: 1,
  0x26: 2,
  0x27: 3,
  0x28: 4,
  0x29: 1,
  0x2a: 2,
  0x2b: 3,
  0x2c: 4,
};
const addressForm = 0x01;
const textForm = 0x08;
const referenceForm = 0x10;
const varintForms = new Set([0x0d, 0x0f, 0x15, 0x1a, 0x1b, 0x22, 0x23]);
/** Blocks, by the size of the length before them; 0: a varint. */
const blockForms: Record<number, number> = { 0x03: 2, 0x04: 4, 0x09: 0, 0x0a: 1, 0x18: 0 };

/** Reads the values of DWARF's forms one after the other. Throws `Damaged`. */
export class Reader {
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

  /** Passes over a value in debug information of a version of DWARF; false: its form is not known. */
  skip(form: number, version: number): boolean {
    const { bytes } = this;
    const fixed = form === addressForm ? bytes.pointerBytes : fixedBytes[form];
    const block = blockForms[form];
    if (fixed !== undefined) this.at += fixed;
    else if (form === textForm) this.at = endOfText(bytes, this.at) + 1;
    else if (form === referenceForm) this.at += version < 3 ? bytes.pointerBytes : 4;
    else if (varintForms.has(form)) this.varint();
    else if (block === 0) this.at += this.varint();
    else if (block !== undefined) {
      const length = block === 1 ? bytes.u8(this.at) : block === 2 ? bytes.u16(this.at) : bytes.u32(this.at);
      this.at += block + length;
    } else return false;
    return true;
  }
}

function endOfText({ buffer, length }: Bytes, at: number): number {
  const end = at < length ? buffer.indexOf(0, at) : -1;
  if (end < 0) throw new Damaged('a name in its debug information is not terminated.');
  return end;
}

/** What entries with the same abbreviation have in common. */
export interface Abbreviation {
  hasChildren: boolean;
  /** Pairs of attribute and form. */
  attributes: [number, number][];
}

/** More than any compiler writes: values may take no bytes, so that only their number limits the time. */
const maxAttributes = 200;

/**
 * The abbreviations of the table at `offset`, by their codes, and how many numbers it has (`size`). Throws `Damaged` if
 * these are more than `max`.
 */
export function abbreviationsAt(
  table: Bytes,
  offset: number,
  max: number,
): { found: Map<number, Abbreviation>; size: number } {
  const found = new Map<number, Abbreviation>();
  const from = new Reader(table, offset);
  let size = 0;
  for (;;) {
    const code = from.at < table.length ? from.varint() : 0;
    if (code === 0) return { found, size };
    from.varint(); // tag
    const hasChildren = table.u8(from.at++) === 1;
    const attributes: [number, number][] = [];
    for (;;) {
      if (++size > max) throw new Damaged('its debug information has too many abbreviations.');
      const [attribute, form] = [from.varint(), from.varint()];
      if (form === 0x21) from.varint(); // the value itself
      if (attribute === 0 && form === 0) break;
      attributes.push([attribute, form]);
      if (attributes.length > maxAttributes)
        throw new Damaged('its debug information has too many attributes.');
    }
    found.set(code, { hasChildren, attributes });
  }
}
