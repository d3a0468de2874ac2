/** A file contains an impossible number, offset or string. `inspectBinary` turns it into a failure. */
export class Damaged extends Error {
  readonly detail: string;

  constructor(detail: string) {
    super(detail);
    this.name = 'Damaged';
    this.detail = detail;
  }
}

/**
 * Reads numbers from untrusted bytes: every read is checked against the end, and an integer that a JavaScript number
 * cannot hold exactly is refused. Throws `Damaged`.
 */
export class Bytes {
  readonly buffer: Buffer;
  readonly littleEndian: boolean;
  readonly pointerBytes: 4 | 8;
  /** Faster than a Buffer's own methods. */
  readonly #view: DataView;

  constructor(buffer: Buffer, littleEndian: boolean, pointerBytes: 4 | 8) {
    this.buffer = buffer;
    this.littleEndian = littleEndian;
    this.pointerBytes = pointerBytes;
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  get length(): number {
    return this.buffer.length;
  }

  /** The `length` bytes from `offset`, not copied. */
  part(offset: number, length: number): Bytes {
    this.check(offset, length);
    return new Bytes(this.buffer.subarray(offset, offset + length), this.littleEndian, this.pointerBytes);
  }

  /** Other content in the same byte order. */
  over(buffer: Buffer): Bytes {
    return new Bytes(buffer, this.littleEndian, this.pointerBytes);
  }

  u8(offset: number): number {
    this.check(offset, 1);
    return this.#view.getUint8(offset);
  }

  u16(offset: number): number {
    this.check(offset, 2);
    return this.#view.getUint16(offset, this.littleEndian);
  }

  u32(offset: number): number {
    this.check(offset, 4);
    return this.#view.getUint32(offset, this.littleEndian);
  }

  u64(offset: number): number {
    const value = this.#wide(offset);
    if (!Number.isSafeInteger(value)) throw new Damaged(`impossible number at byte ${offset}`);
    return value;
  }

  /** A number of the program's pointer size. */
  pointer(offset: number): number {
    return this.pointerBytes === 8 ? this.u64(offset) : this.u32(offset);
  }

  /** Like `pointer`, but null if the number cannot be an address: some linkers encode other data in pointers. */
  address(offset: number): number | null {
    const value = this.pointerBytes === 8 ? this.#wide(offset) : this.u32(offset);
    return Number.isSafeInteger(value) ? value : null;
  }

  /** An address as the program stores it. */
  pointerTo(address: number): Buffer {
    const pointer = Buffer.alloc(8);
    if (this.littleEndian) pointer.writeBigUInt64LE(BigInt(address));
    else pointer.writeBigUInt64BE(BigInt(address));
    const from = this.littleEndian ? 0 : 8 - this.pointerBytes;
    return pointer.subarray(from, from + this.pointerBytes);
  }

  /**
   * The content as numbers of 32 bits; a rest of fewer bytes is left out. For loops over large tables: no other way to
   * read them is as fast before V8 has optimised the code.
   */
  words(): Uint32Array {
    const { buffer, littleEndian } = this;
    const length = buffer.length >>> 2;
    if (littleEndian && buffer.byteOffset % 4 === 0) {
      return new Uint32Array(buffer.buffer, buffer.byteOffset, length);
    }
    const copy = Buffer.allocUnsafeSlow(length * 4);
    buffer.copy(copy);
    if (!littleEndian) copy.swap32();
    return new Uint32Array(copy.buffer, 0, length);
  }

  /** Copies `length` bytes from `offset` to the start of a buffer that has room for them. */
  copy(offset: number, length: number, to: Uint8Array): void {
    this.check(offset, length);
    to.set(this.buffer.subarray(offset, offset + length));
  }

  /** Text up to a NUL, the end, or `maxBytes`. */
  text(offset: number, maxBytes: number): string {
    this.check(offset, 0);
    const end = Math.min(this.length, offset + maxBytes);
    const nul = this.buffer.subarray(offset, end).indexOf(0);
    return this.buffer.toString('utf8', offset, nul < 0 ? end : offset + nul);
  }

  #wide(offset: number): number {
    const first = this.u32(offset);
    const second = this.u32(offset + 4);
    return this.littleEndian ? second * 2 ** 32 + first : first * 2 ** 32 + second;
  }

  /** Throws `Damaged` if these bytes extend past the end. */
  protected check(offset: number, length: number): void {
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > this.length) {
      throw new Damaged(`it ends at byte ${this.length}, but ${length} bytes at ${offset} are needed`);
    }
  }
}
