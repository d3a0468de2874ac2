import { Bytes } from './bytes.ts';
import { type Content, magicBytes } from './content.ts';

/** Where bytes come from that are read when they are needed. */
export interface Source {
  /** The bytes at an offset that has been checked against the length of the file. */
  take(offset: number, length: number): Buffer;
  /** Puts bytes into a buffer that has room for them. */
  copy(offset: number, length: number, to: Uint8Array): void;
}

/** The `length` bytes of a source from `start`. */
export function lazyContent(source: Source, start: number, length: number): Content {
  return {
    head: () => source.take(start, Math.min(magicBytes, length)),
    bytes: (littleEndian, pointerBytes) =>
      new LazyBytes({ source, start, length }, littleEndian, pointerBytes),
    part: (offset, partLength) => lazyContent(source, start + offset, partLength),
  };
}

/**
 * `Bytes` of which only those are read that are needed. Its own `buffer` is empty: take a part first, and read numbers
 * from that, because every single access here is a lookup.
 */
class LazyBytes extends Bytes {
  readonly #range: { source: Source; start: number; length: number };

  constructor(
    range: { source: Source; start: number; length: number },
    littleEndian: boolean,
    pointerBytes: 4 | 8,
  ) {
    super(Buffer.alloc(0), littleEndian, pointerBytes);
    this.#range = range;
  }

  override get length(): number {
    return this.#range.length;
  }

  override part(offset: number, length: number): Bytes {
    this.check(offset, length);
    const { source, start } = this.#range;
    return new Bytes(source.take(start + offset, length), this.littleEndian, this.pointerBytes);
  }

  override copy(offset: number, length: number, to: Uint8Array): void {
    this.check(offset, length);
    const { source, start } = this.#range;
    source.copy(start + offset, length, to);
  }

  override u8(offset: number): number {
    return this.part(offset, 1).u8(0);
  }

  override u16(offset: number): number {
    return this.part(offset, 2).u16(0);
  }

  override u32(offset: number): number {
    return this.part(offset, 4).u32(0);
  }

  override text(offset: number, maxBytes: number): string {
    this.check(offset, 0);
    return this.part(offset, Math.min(maxBytes, this.length - offset)).text(0, maxBytes);
  }
}
