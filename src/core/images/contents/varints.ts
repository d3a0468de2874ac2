/** The most bytes that a number takes: 53 bits, seven in each. */
const maxBytes = 8;

/**
 * Whole numbers from 0 to 2^53 - 1 one after the other, seven bits a byte, the lowest first: small ones take one byte.
 * Throws `RangeError` for any other number.
 */
export function writeVarints(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * maxBytes);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    let rest = values[i] ?? 0;
    if (!Number.isSafeInteger(rest) || rest < 0) throw new RangeError(`${rest} is not a size`);
    while (rest >= 0x80) {
      bytes[at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[at++] = rest;
  }
  return bytes.subarray(0, at);
}

/** Reads what `writeVarints` wrote. Throws `RangeError` where it ends too soon or a number is too large. */
export class VarintReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The next `count` numbers. */
  list(count: number): number[] {
    const bytes = this.#bytes;
    const values: number[] = [];
    let at = this.#at;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++];
      let value = (byte ?? 0) & 0x7f;
      for (let scale = 0x80; byte !== undefined && byte >= 0x80; scale *= 0x80) {
        byte = bytes[at++];
        value += ((byte ?? 0) & 0x7f) * scale;
      }
      if (byte === undefined || !Number.isSafeInteger(value)) throw new RangeError('a number is missing');
      values.push(value);
    }
    this.#at = at;
    return values;
  }

  /** All bytes that were not read. */
  rest(): Buffer {
    return this.#bytes.subarray(this.#at);
  }
}
