import Database from 'better-sqlite3';
import { type Failure, failure } from '#contract/failure';
import { makeBackup, removeOld } from '../backups/index.ts';
import { isDamage, isWhole, kyselyOf, storageFailure } from '../rows/index.ts';
import { markSuspect } from '../files/index.ts';
import { maskCopy, migrate, type Migration, versionOf } from '../migrations/index.ts';
import { prepareFile } from './prepare-file.ts';

export interface OpenRequest {
  /** The database file; created if it does not exist. */
  path: string;
  /** The folder for copies before a migration. */
  backups: string;
  migrations: readonly Migration[];
  now: Date;
}

export interface Opened {
  database: Database.Database;
  /** Problems that were found and solved: `history.damaged`, `history.emptied`. */
  notices: Failure[];
}

/**
 * Opens the history's file and migrates its schema. The caller must hold a lock: two processes must not migrate or
 * replace the same file. Failures: history.newer (nothing is changed), and those of the file system.
 */
export async function openDatabase(request: OpenRequest): Promise<Opened> {
  const notices: Failure[] = [];
  for (let attempt = 1; ; attempt++) {
    try {
      notices.push(...(await prepareFile(request)));
      return { database: await openMigrated(request), notices };
    } catch (error) {
      if (!isDamage(error) || attempt > 1) throw storageFailure(error, request.path);
      markSuspect(request.path);
    }
  }
}

async function openMigrated(request: OpenRequest): Promise<Database.Database> {
  const { path, migrations, backups, now } = request;
  const database = new Database(path, { timeout: 10_000 });
  try {
    const version = versionOf(database);
    // The version may be in the log, where the header does not show it.
    if (version > migrations.length) throw failure('history.newer', { path });
    if (version < migrations.length) {
      if (version > 0) {
        const backup = makeBackup(database, backups, now, await isWhole(kyselyOf(database)));
        await maskCopy(backup.path, migrations.slice(version));
        removeOld(backups);
      }
      await migrate(database, migrations);
    }
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    // kB, as far as it is needed: with the default of 2 MB, a large history is read from its file again and again.
    database.pragma('cache_size = -64000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
