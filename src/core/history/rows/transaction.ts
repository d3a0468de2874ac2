import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Runs work in one transaction, which waits for other writers at its start. Unlike the query builder's own, it keeps the
 * error of the work: after one such as SQLITE_FULL, SQLite has rolled back by itself, and a rollback fails.
 */
export function inTransaction<T>(
  db: Kysely<Tables>,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const result = await work(connection);
      await sql`COMMIT`.execute(connection);
      return result;
    } catch (error) {
      await sql`ROLLBACK`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}
