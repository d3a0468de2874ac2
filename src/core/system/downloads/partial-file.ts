import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { fileFailure } from '../failures.ts';
import { readTextIfThere, writeFileAtomic } from '../files.ts';
import { openForeign } from '../open-foreign.ts';

/** What is known of the complete file. Stored as `<file>.json` next to the partial one. */
export interface PartOf {
  /** Without user and password, since it is stored on disk. */
  url: string;
  /** A strong ETag, otherwise a date (RFC 9110, 13.1.5), to check that the file is still the same. */
  validator: string | null;
  totalBytes: number | null;
}

/** A file that is being written, its hash so far, and what is known of the complete file. */
export class PartialFile {
  readonly #path: string;
  /** Where `of` is stored; null: the file will not be resumed. */
  readonly #note: string | null;
  readonly #file: FileHandle;
  #hash: Hash;
  #bytes: number;
  #of: PartOf | null;

  private constructor(
    place: { path: string; note: string | null; file: FileHandle },
    begun: { hash: Hash; bytes: number; of: PartOf | null },
  ) {
    this.#path = place.path;
    this.#note = place.note;
    this.#file = place.file;
    this.#hash = begun.hash;
    this.#bytes = begun.bytes;
    this.#of = begun.of;
  }

  /** Creates a file that must not exist yet. Failures: disk.full, file.no-permission, file.not-found. */
  static async create(path: string): Promise<PartialFile> {
    try {
      const file = await open(path, 'wx', 0o600);
      return new PartialFile({ path, note: null, file }, { hash: createHash('sha256'), bytes: 0, of: null });
    } catch (error) {
      throw fileFailure(error, path);
    }
  }

  /** Opens a partial file and hashes it, or creates an empty one. Failures: as in `create`. */
  static async reopen(path: string): Promise<PartialFile> {
    const note = noteOf(path);
    try {
      const file = await open(path, 'a+', 0o600);
      try {
        return new PartialFile({ path, note, file }, { ...(await hashed(path)), of: await readPartOf(note) });
      } catch (error) {
        await file.close();
        throw error;
      }
    } catch (error) {
      throw fileFailure(error, path);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** null: unknown, so the file cannot be resumed. */
  get of(): PartOf | null {
    return this.#of;
  }

  /** Discards the content, and records what the next bytes are a part of. */
  async startOver(of: PartOf): Promise<void> {
    try {
      await this.#file.truncate(0);
      this.#hash = createHash('sha256');
      this.#bytes = 0;
      await this.#remember(of);
    } catch (error) {
      throw fileFailure(error, this.#path);
    }
  }

  /** Marks the file as complete: a length that was not announced is recorded, so that nothing is requested again. */
  async finish(): Promise<void> {
    try {
      if (this.#of?.totalBytes === null) await this.#remember({ ...this.#of, totalBytes: this.#bytes });
    } catch (error) {
      throw fileFailure(error, this.#path);
    }
  }

  async #remember(of: PartOf): Promise<void> {
    this.#of = of;
    if (this.#note) await writeFileAtomic(this.#note, JSON.stringify(of), { mode: 0o600 });
  }

  async append(piece: Uint8Array): Promise<void> {
    try {
      const written = this.#write(piece);
      this.#hash.update(piece); // while the disk writes
      await written;
    } catch (error) {
      throw fileFailure(error, this.#path);
    }
  }

  async #write(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.byteLength; ) {
      const { bytesWritten } = await this.#file.write(piece, at);
      at += bytesWritten;
      this.#bytes += bytesWritten;
    }
  }

  /** Hex SHA-256 of the whole content, including what was there before. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Deletes a partial file and what was stored about it. */
export async function discardPart(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(noteOf(path), { force: true });
}

async function hashed(path: string): Promise<{ hash: Hash; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const { file } = await openForeign(path);
  for await (const piece of file.createReadStream({ highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { hash, bytes };
}

function noteOf(path: string): string {
  return `${path}.json`;
}

async function readPartOf(note: string): Promise<PartOf | null> {
  try {
    const { url, validator, totalBytes } = JSON.parse((await readTextIfThere(note)) ?? '') as Partial<PartOf>;
    const isRead =
      typeof url === 'string' &&
      (validator === null || typeof validator === 'string') &&
      (totalBytes === null || typeof totalBytes === 'number');
    return isRead ? { url, validator, totalBytes } : null;
  } catch {
    return null;
  }
}
