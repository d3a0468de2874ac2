import { type Bytes, Damaged } from '../bytes/index.ts';

/**
 * The sizes of functions, from their tables of stack sizes: pairs of varints (the change of the value, the number of
 * instruction units for which it holds) that end with a 0 and cover the function exactly, without the padding after it
 * (cmd/link/internal/ld/pcln.go).
 */
export class FunctionSizes {
  readonly #tables: Buffer;
  readonly #unitBytes: number;
  #bytesLeft: number;

  constructor(tables: Bytes, unitBytes: number) {
    this.#tables = tables.buffer;
    this.#unitBytes = unitBytes;
    // Functions of the same shape share a table, so all of them together are larger than what is stored.
    this.#bytesLeft = 1_000_000 + tables.length * 8;
  }

  /** The size of a function whose table is at this offset, and that has `room` bytes up to the next. Throws `Damaged`. */
  of(offset: number, room: number): number {
    if (offset === 0) return room;
    const bytes = this.#units(offset) * this.#unitBytes;
    return bytes > 0 && bytes < room ? bytes : room;
  }

  #units(offset: number): number {
    const tables = this.#tables;
    let at = offset;
    let units = 0;
    for (let first = true; ; first = false) {
      const change = tables[at];
      if (change === undefined) throw new Damaged('a table of stack sizes is not terminated.');
      if (change === 0 && !first) break;
      while ((tables[at++] ?? 0) >= 0x80);
      let scale = 1;
      for (;;) {
        const byte = tables[at++] ?? 0;
        units += (byte & 0x7f) * scale;
        if (byte < 0x80) break;
        scale *= 128;
      }
    }
    this.#bytesLeft -= at - offset + 1;
    if (this.#bytesLeft < 0) throw new Damaged('its tables of stack sizes overlap.');
    return units;
  }
}
