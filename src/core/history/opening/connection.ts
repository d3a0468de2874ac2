import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Failure } from '#contract/failure';
import { type Tables, isDamage, kyselyOf, storageFailure } from '../rows/index.ts';
import { markSuspect } from '../files/index.ts';

/** What opening the history's file returned. */
export interface OpenedHistory {
  database: Database.Database;
  notices: readonly Failure[];
  /** Why nothing can be written; null: it can. */
  refusal: Failure | null;
}

/** What work on the history gets. */
export interface Access {
  db: Kysely<Tables>;
  /** The same database, for what the query builder cannot do. */
  database: Database.Database;
  /** The second attempt, after damage that may still be there, because another process has the file open. */
  again: boolean;
}

/**
 * The open history. When damage is met, the file is opened again, which repairs it, and the work is done once more; that
 * waits for other work to end.
 */
export class Connection {
  readonly #said: Failure[] = [];
  readonly #path: string;
  readonly #open: () => Promise<OpenedHistory>;
  readonly #running = new Set<Promise<unknown>>();
  #opened: (OpenedHistory & { db: Kysely<Tables> }) | null = null;
  #opening: Promise<void> | null = null;

  /** `open` opens the file; it is called again after damage. */
  constructor(path: string, open: () => Promise<OpenedHistory>) {
    this.#path = path;
    this.#open = open;
  }

  /** What the user must be told; why nothing can be written only as long as it is so. */
  get notices(): readonly Failure[] {
    const refusal = this.#opened?.refusal;
    return refusal ? [...this.#said, refusal] : this.#said;
  }

  /** Opens the file, unless it is open for writing: what could not be written before may be possible now. */
  async open(): Promise<void> {
    while (this.#opening) await this.#opening;
    if (this.#opened && (this.#opened.refusal === null || this.#running.size > 0)) return;
    this.#opening = this.#openNow().finally(() => {
      this.#opening = null;
    });
    await this.#opening;
  }

  /** Runs work that only reads. Failures: history.unreadable, history.busy, disk.full, file.no-permission. */
  async read<T>(work: (access: Access) => Promise<T>): Promise<T> {
    try {
      try {
        return await this.#run(work, false);
      } catch (error) {
        if (!isDamage(error)) throw error;
        await this.#closeDamaged();
        return await this.#run(work, true);
      }
    } catch (error) {
      throw storageFailure(error, this.#path);
    }
  }

  /** Runs work that writes. Failures: as `read`, and why nothing can be written. */
  async write<T>(work: (access: Access) => Promise<T>): Promise<T> {
    await this.open();
    if (this.#opened?.refusal) throw this.#opened.refusal;
    return this.read(work);
  }

  /** Adds a notice, unless the same was given before. */
  notice(failed: Failure): void {
    const same = (each: Failure) =>
      each.code === failed.code && JSON.stringify(each.params) === JSON.stringify(failed.params);
    if (!this.#said.some(same)) this.#said.push(failed);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#opened?.db.destroy();
    this.#opened = null;
  }

  async #openNow(): Promise<void> {
    await this.#opened?.db.destroy();
    this.#opened = null;
    const opened = await this.#open();
    this.#opened = { ...opened, db: kyselyOf(opened.database) };
    for (const notice of opened.notices) this.notice(notice);
  }

  async #run<T>(work: (access: Access) => Promise<T>, again: boolean): Promise<T> {
    await this.open();
    if (!this.#opened) throw new Error('the history was closed');
    const { db, database } = this.#opened;
    const running = work({ db, database, again });
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Closes the damaged file, so that the next work opens it again. */
  async #closeDamaged(): Promise<void> {
    markSuspect(this.#path);
    const damaged = this.#opened;
    await Promise.allSettled(this.#running);
    // Other work may have met the same damage.
    if (this.#opened !== damaged) return;
    this.#opened = null;
    await damaged?.db.destroy();
  }
}
