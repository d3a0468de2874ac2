import { Damaged } from './damaged.ts';
import type { Pieces } from './pieces.ts';

/** Reads pieces in the portions that a format has. What it returns is valid until the next call. */
export class ByteReader implements Pieces {
  readonly #pieces: Pieces;
  #piece: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Bytes handed out or skipped so far. */
  position = 0;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** The next `length` bytes if they are here already; null: use `exactly`. */
  now(length: number): Buffer | null {
    if (this.#piece.length - this.#at < length) return null;
    const taken = this.#piece.subarray(this.#at, this.#at + length);
    this.#at += length;
    this.position += length;
    return taken;
  }

  /** The next `length` bytes, few enough to be held in memory; null: there are none. Throws Damaged if there are fewer. */
  async exactly(length: number): Promise<Buffer | null> {
    const here = this.now(length);
    if (here) return here;
    if (!(await this.#peeked(length))) return null;
    const taken = this.now(length);
    if (!taken) throw new Damaged('truncated');
    return taken;
  }

  /** The next bytes without taking them: `length` of them, or all if there are fewer. */
  async peek(length: number): Promise<Buffer> {
    await this.#peeked(length);
    return this.#piece.subarray(this.#at, this.#at + length);
  }

  /** The next bytes, `max` at most; null: the end. */
  async some(max: number): Promise<Buffer | null> {
    if (this.#at === this.#piece.length) {
      const next = await this.#pieces.next();
      this.#piece = next ?? Buffer.alloc(0);
      this.#at = 0;
      if (!next) return null;
    }
    return this.now(Math.min(max, this.#piece.length - this.#at));
  }

  next(): Promise<Buffer | null> {
    return this.some(Number.MAX_SAFE_INTEGER);
  }

  /** Passes over the next `length` bytes. Throws Damaged if there are fewer. */
  async pass(length: number): Promise<void> {
    let left = length;
    const here = Math.min(left, this.#piece.length - this.#at);
    this.#at += here;
    this.position += here;
    left -= here;
    if (left > 0 && this.#pieces.skip) {
      this.#pieces.skip(left);
      this.position += left;
      return;
    }
    while (left > 0) {
      const passed = await this.some(left);
      if (!passed) throw new Damaged('truncated');
      left -= passed.length;
    }
  }

  /** Reads on until `length` bytes are here, or the end is reached; false: there are none. */
  async #peeked(length: number): Promise<boolean> {
    let here = this.#piece.length - this.#at;
    if (here >= length) return true;
    // The next call ends the validity of the piece.
    const parts = [Buffer.from(this.#piece.subarray(this.#at))];
    while (here < length) {
      const next = await this.#pieces.next();
      if (!next) break;
      // Copied, because there may be a next one.
      parts.push(Buffer.from(next));
      here += next.length;
    }
    this.#piece = Buffer.concat(parts);
    this.#at = 0;
    return here > 0;
  }
}
