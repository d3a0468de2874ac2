import { type Bytes, Damaged } from './bytes.ts';

/** Reads the numbers and names of WebAssembly one after the other. Throws `Damaged`. */
export class Cursor {
  readonly bytes: Bytes;
  at: number;

  constructor(bytes: Bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  u8(): number {
    return this.bytes.u8(this.at++);
  }

  /** An unsigned number of at most 32 bits. */
  varint(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new Damaged(`the number at byte ${this.at} is too long.`);
  }

  /** A signed number of at most 32 bits, as the address that it is. */
  address(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return (byte & 0x40 ? value - scale * 128 : value) >>> 0;
    }
    throw new Damaged(`the number at byte ${this.at} is too long.`);
  }

  name(): string {
    const length = this.varint();
    const text = this.bytes.part(this.at, length).buffer.toString('utf8');
    this.at += length;
    return text;
  }

  /** Passes over bytes, and returns where they begin. */
  skip(length: number): number {
    const start = this.at;
    if (start + length > this.bytes.length) throw new Damaged(`${length} bytes at ${start} are missing.`);
    this.at += length;
    return start;
  }
}
