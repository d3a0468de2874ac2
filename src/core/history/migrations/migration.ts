import type { Database } from 'better-sqlite3';

/**
 * One migration of the history's schema. A released one is never edited; changes go into a new one. It may change rows
 * as well: `migrate` checks every row before, and seals the sound ones again afterwards (see seals.ts).
 */
export interface Migration {
  /** The `user_version` of a file after this migration: 1, 2, 3, … without gaps. */
  version: number;
  sql: string;
  /** What SQL cannot do, after `sql` and in the same transaction. */
  change?: (database: Database) => void;
}
