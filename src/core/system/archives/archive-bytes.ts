import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { openForeignSync } from '../open-foreign.ts';
import type { Arrived } from './unpack-job.ts';

/** Large enough that passing pieces between threads costs next to nothing. */
const pieceBytes = 128 * 1024;

/**
 * Reads an archive from start to end and hashes it on the way, so that the bytes that are unpacked are the bytes that
 * were hashed, even if the file changes meanwhile. `arriving`: reports how much of a growing file has arrived; without
 * it the file is complete.
 */
export class ArchiveBytes {
  readonly #path: string;
  readonly #arriving: AsyncIterable<Arrived> | null;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;

  constructor(path: string, arriving: AsyncIterable<Arrived> | null) {
    this.#path = path;
    this.#arriving = arriving;
  }

  /** Bytes handed out so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Hex, of the bytes handed out. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Throws an Error when the file is shorter than announced. */
  async *pieces(): AsyncGenerator<Buffer> {
    const { fd } = openForeignSync(this.#path);
    try {
      let at = 0;
      for await (const { bytes, isWhole } of this.#arriving ?? [whole(fd)]) {
        while (at < bytes) {
          const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, bytes - at));
          const count = readSync(fd, piece, 0, piece.length, at);
          if (count === 0) throw new Error('it ends too early');
          at += count;
          const read = piece.subarray(0, count);
          this.#bytes = at;
          this.#hash.update(read);
          yield read;
        }
        if (isWhole) return;
      }
    } finally {
      closeSync(fd);
    }
  }
}

function whole(fd: number): Arrived {
  return { bytes: fstatSync(fd).size, isWhole: true };
}
