import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs';
import { errorCode, fileFailure } from '../failures.ts';
import type { UnpackedFile } from './unpack-job.ts';

/** Callbacks for a file that is being written. */
interface FileEvents {
  /** Called before bytes are written; throws when they exceed the limit. */
  more(bytes: number): void;
  done(file: Omit<UnpackedFile, 'path'>): void;
  /** The error when the system already has a file of that name (on a Mac perhaps one that differs in case only). */
  taken(): Error;
}

/** A file that is being written and hashed. */
export class FileInTree {
  readonly #path: string;
  readonly #mode: number;
  readonly #events: FileEvents;
  readonly #hash = createHash('sha256');
  readonly #fd: number;
  #bytes = 0;

  constructor(path: string, mode: number, events: FileEvents) {
    this.#path = path;
    this.#mode = mode;
    this.#events = events;
    try {
      this.#fd = openSync(path, 'wx', mode);
      fchmodSync(this.#fd, mode); // open() applies the umask
    } catch (error) {
      throw errorCode(error) === 'EEXIST' ? events.taken() : fileFailure(error, path);
    }
  }

  write(piece: Uint8Array): void {
    this.#events.more(piece.byteLength);
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
    this.#events.done({ bytes: this.#bytes, sha256: this.#hash.digest('hex'), mode: this.#mode });
  }
}
