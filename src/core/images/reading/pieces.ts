import type { FileHandle } from 'node:fs/promises';

/** Bytes that arrive in pieces. */
export interface Pieces {
  /** The next piece, of at least one byte, valid until the next call; null: the end. */
  next(): Promise<Buffer | null>;
  /** Passes over bytes without reading them, if that is possible. Only before the end. */
  skip?(bytes: number): void;
}

/** Reads an iterable of pieces, such as a stream; whoever made it closes it. */
export function piecesOf(iterable: AsyncIterable<Buffer>): Pieces {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    next: async () => {
      for (;;) {
        const step = await iterator.next();
        if (step.done) return null;
        if (step.value.length > 0) return step.value;
      }
    },
  };
}

/** Calls `see` with every piece before it is passed on. */
export function tapped(pieces: Pieces, see: (piece: Buffer) => void): Pieces {
  return {
    next: async () => {
      const piece = await pieces.next();
      if (piece) see(piece);
      return piece;
    },
  };
}

/** Few reads, and little enough to stay in the processor's cache while it is hashed twice. */
const pieceBytes = 256 * 1024;

/**
 * Reads a part of a file. The next piece is read while the caller looks at the last one; `close` waits for it, and has to be
 * called before the file is closed.
 */
export class FilePieces implements Pieces {
  readonly #file: FileHandle;
  readonly #end: number;
  #at: number;
  #buffers = [Buffer.alloc(0), Buffer.alloc(0)] as const;
  #turn: 0 | 1 = 0;
  #ahead: { at: number; read: Promise<Buffer> } | null = null;

  constructor(file: FileHandle, part: { offset: number; bytes: number }) {
    this.#file = file;
    this.#at = part.offset;
    this.#end = part.offset + part.bytes;
  }

  async next(): Promise<Buffer | null> {
    const ahead = this.#ahead;
    this.#ahead = null;
    let piece = ahead && (await ahead.read);
    // Something was skipped meanwhile.
    if (!ahead || !piece || ahead.at !== this.#at) piece = await this.#read(this.#at);
    // Before its end only if the file became shorter: those who read it expect more, and say so.
    if (piece.length === 0) return null;
    this.#at += piece.length;
    const at = this.#at;
    this.#ahead = { at, read: this.#read(at) };
    // Whoever comes for it sees the error.
    this.#ahead.read.catch(() => {});
    return piece;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  async close(): Promise<void> {
    await this.#ahead?.read.catch(() => {});
    this.#ahead = null;
  }

  async #read(at: number): Promise<Buffer> {
    const length = Math.min(pieceBytes, this.#end - at);
    if (length <= 0) return Buffer.alloc(0);
    this.#turn = this.#turn === 0 ? 1 : 0;
    if (this.#buffers[this.#turn].length < length) {
      const made = Buffer.allocUnsafeSlow(Math.min(pieceBytes, length));
      this.#buffers = this.#turn === 0 ? [made, this.#buffers[1]] : [this.#buffers[0], made];
    }
    const buffer = this.#buffers[this.#turn];
    const { bytesRead } = await this.#file.read(buffer, 0, length, at);
    return buffer.subarray(0, bytesRead);
  }
}
