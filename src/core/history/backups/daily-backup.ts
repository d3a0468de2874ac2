import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { type Failure, isFailure } from '#contract/failure';
import { withLock } from '#core/system';
import { Damage, type Tables, isDamage, isWhole, numberedTables, storageFailure } from '../rows/index.ts';
import { listBackups, makeBackup, removeOld } from './backups.ts';
import { isSoundStructure } from '../files/index.ts';
import { purgeForgotten } from './purge.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** After a backup that failed, the next attempt. */
const hourMs = 60 * 60 * 1000;

/**
 * Backs the history up before the first change of a day, and checks it on that occasion: its structure and the seals of
 * all builds. Throws `Damage` if the structure is damaged.
 */
export class DailyBackup {
  /** Before this time (ms) there is nothing to do. */
  #next = 0;
  readonly #places: { folder: string; lock: string; path: string };

  constructor(places: { folder: string; lock: string; path: string }) {
    this.#places = places;
  }

  /** Returns why a backup that was due could not be made; null otherwise. The change itself goes on. */
  async before(db: Kysely<Tables>, database: Database.Database, now: Date): Promise<Failure | null> {
    const { folder, lock, path } = this.#places;
    if (now.getTime() < this.#next) return null;
    try {
      if (!this.#isDue(now)) return null;
      await withLock(lock, {}, async () => {
        if (!this.#isDue(now)) return;
        // No other work of this process may use the connection meanwhile.
        await db.connection().execute((connection) => backUp(connection, database, folder, now));
        this.#next = now.getTime() + dayMs;
      });
      return null;
    } catch (error) {
      if (isDamage(error)) throw error;
      this.#next = now.getTime() + hourMs;
      const failed = storageFailure(error, path);
      if (isFailure(failed)) return failed;
      throw failed;
    }
  }

  #isDue(now: Date): boolean {
    const [newest] = listBackups(this.#places.folder);
    const due = newest ? Date.parse(newest.madeAt) + dayMs : 0;
    // A backup from the future dates from a time when the clock was wrong.
    if (due - now.getTime() > dayMs || due <= now.getTime()) return true;
    this.#next = due;
    return false;
  }
}

async function backUp(
  db: Kysely<Tables>,
  database: Database.Database,
  folder: string,
  now: Date,
): Promise<void> {
  const [build, snapshot] = await Promise.all(
    numberedTables.map((table) => db.selectFrom(table).select('id').limit(1).executeTakeFirst()),
  );
  if (!build && !snapshot) return;
  if (!isSoundStructure(database)) throw new Damage('integrity_check');
  makeBackup(database, folder, now, await isWhole(db));
  removeOld(folder);
  await purgeForgotten(db, now);
}
