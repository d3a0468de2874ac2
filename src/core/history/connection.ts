import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Failure } from '#contract/failure';
import { isDamage, storageFailure } from './damage.ts';
import { markSuspect } from './files.ts';
import { kyselyOf } from './kysely-of.ts';
import type { Tables } from './tables.ts';

/** What opening the history's file returned. */
export interface OpenedHistory {
  database: Database.Database;
  notices: readonly Failure[];
  /** Why nothing can be written; null: it can. */
  refusal: Failure | null;
}

/**
 * The open history. When damage is met, the file is opened again, which repairs it, and the work is done once more; that
 * waits for other work to end.
 */
export class Connection {
  readonly notices: Failure[] = [];
  readonly #path: string;
  readonly #open: () => Promise<OpenedHistory>;
  readonly #running = new Set<Promise<unknown>>();
  #opened: OpenedHistory;
  #db: Kysely<Tables>;
  #reopening: Promise<void> | null = null;

  constructor(path: string, opened: OpenedHistory, open: () => Promise<OpenedHistory>) {
    this.#path = path;
    this.#open = open;
    this.#opened = opened;
    this.#db = kyselyOf(opened.database);
    this.notices.push(...opened.notices);
  }

  /** Runs work that only reads. Failures: history.unreadable, history.busy, disk.full, file.no-permission. */
  async read<T>(work: (db: Kysely<Tables>, database: Database.Database) => Promise<T>): Promise<T> {
    try {
      return await this.#once(work);
    } catch (error) {
      if (!isDamage(error)) throw storageFailure(error, this.#path);
      await this.#repair(this.#db);
    }
    try {
      return await this.#once(work);
    } catch (error) {
      throw storageFailure(error, this.#path);
    }
  }

  /** Runs work that writes. Failures: as `read`. */
  async write<T>(work: (db: Kysely<Tables>, database: Database.Database) => Promise<T>): Promise<T> {
    const { refusal } = this.#opened;
    if (refusal) throw refusal;
    return this.read(work);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#running]);
    await this.#db.destroy();
  }

  async #once<T>(work: (db: Kysely<Tables>, database: Database.Database) => Promise<T>): Promise<T> {
    while (this.#reopening) await this.#reopening;
    const running = work(this.#db, this.#opened.database);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Opens the file again, unless that was done since the `damaged` connection was used. */
  async #repair(damaged: Kysely<Tables>): Promise<void> {
    while (this.#reopening) await this.#reopening;
    if (this.#db !== damaged) return;
    const reopen = async () => {
      await Promise.allSettled([...this.#running]);
      markSuspect(this.#path);
      await this.#db.destroy();
      this.#opened = await this.#open();
      this.#db = kyselyOf(this.#opened.database);
      this.notices.push(...this.#opened.notices);
    };
    this.#reopening = reopen().finally(() => {
      this.#reopening = null;
    });
    await this.#reopening;
  }
}
