import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  burrowPaths,
  errorCode,
  fileFailure,
  readForeign,
  readTextIfThere,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { type NoteKey, openNote } from './signed-note.ts';
import { parseTreeHead, type TreeHead } from './transparent-log.ts';

/** A tree head with its signed note. */
export interface SignedHead extends TreeHead {
  note: string;
}

/**
 * What Burrow remembers of a checksum database: the newest tree head seen, so that the database cannot give different
 * answers on different days, and tiles, which never change once they are full. One folder in cache/ for each name and
 * key.
 */
export class DatabaseMemory {
  readonly #key: NoteKey;
  readonly #folder: string;
  readonly #lock: string;

  constructor(system: Pick<System, 'env' | 'home' | 'os'>, key: NoteKey) {
    // The name may contain slashes; the key is included, so another key is another database.
    const name = `${encodeURIComponent(key.name)}+${key.hash.toString('hex')}`;
    const { cache, locks } = burrowPaths(system);
    this.#key = key;
    this.#folder = join(cache, 'sumdb', name);
    this.#lock = join(locks, `sumdb-${name}`);
  }

  /** The newest head seen; null: none yet, or the stored one is unreadable. Failures: file.no-permission. */
  async newest(): Promise<SignedHead | null> {
    const note = await readTextIfThere(join(this.#folder, 'latest'));
    return note === null ? null : openHead(note, this.#key);
  }

  /**
   * Stores a head that was checked against `before`, the result of `newest`; false when another process has stored one
   * since, which this has to be checked against first. Failures: disk.full, file.no-permission.
   */
  async keep(head: SignedHead, before: SignedHead | null): Promise<boolean> {
    return withLock(this.#lock, {}, async () => {
      if ((await this.newest())?.note !== before?.note) return false;
      await this.#write('latest', head.note);
      return true;
    });
  }

  /** A stored tile by its path; null: not stored. */
  async tile(path: string): Promise<Buffer | null> {
    return readForeign(join(this.#folder, path)).catch(() => null);
  }

  /** Stores a tile that was verified. Only a cache: when this fails, the tile is downloaded again. */
  async keepTile(path: string, bytes: Buffer): Promise<void> {
    await this.#write(path, bytes).catch(() => undefined);
  }

  async #write(name: string, content: string | Buffer): Promise<void> {
    const path = join(this.#folder, name);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw fileFailure(error, path);
    }
    await writeFileAtomic(path, content, { mode: 0o600 });
  }
}

/** Reads a signed tree head; null when `key` did not sign it, or it is malformed. */
export function openHead(note: string, key: NoteKey): SignedHead | null {
  const text = openNote(note, key);
  const head = text === null ? null : parseTreeHead(text);
  return head && { ...head, note };
}
