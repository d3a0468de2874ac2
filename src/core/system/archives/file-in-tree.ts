import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs';
import { errorCode, fileFailure } from '../failures.ts';
import type { UnpackedFile } from './unpack-job.ts';

/** What the tree wants to hear of a file that is being written. */
interface Told {
  /** Before bytes are written; throws when they are too many. */
  more(bytes: number): void;
  done(file: Omit<UnpackedFile, 'path'>): void;
  /** The system already has a file of that name (one that differs in case only, on a Mac). */
  taken(): Error;
}

/** One file being written and hashed. */
export class FileInTree {
  readonly #path: string;
  readonly #mode: number;
  readonly #told: Told;
  readonly #hash = createHash('sha256');
  readonly #fd: number;
  #bytes = 0;

  constructor(path: string, mode: number, told: Told) {
    this.#path = path;
    this.#mode = mode;
    this.#told = told;
    try {
      this.#fd = openSync(path, 'wx', mode);
      fchmodSync(this.#fd, mode); // open() lets the umask take bits away
    } catch (error) {
      throw errorCode(error) === 'EEXIST' ? told.taken() : fileFailure(error, path);
    }
  }

  write(piece: Uint8Array): void {
    this.#told.more(piece.byteLength);
    this.#hash.update(piece);
    try {
      for (let at = 0; at < piece.byteLength; ) at += writeSync(this.#fd, piece, at);
    } catch (error) {
      throw fileFailure(error, this.#path);
    }
    this.#bytes += piece.byteLength;
  }

  end(): void {
    closeSync(this.#fd);
    this.#told.done({ bytes: this.#bytes, sha256: this.#hash.digest('hex'), mode: this.#mode });
  }
}
