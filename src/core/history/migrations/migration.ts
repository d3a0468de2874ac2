/**
 * One migration of the history's schema. A released one is never edited; changes go into a new one. It may change any
 * row: `migrate` checks the seals of all rows before, and seals the sound ones again afterwards (see seals.ts).
 */
export interface Migration {
  /** The `user_version` of a file after this migration: 1, 2, 3, … without gaps. */
  version: number;
  sql: string;
  /** Functions that `sql` calls, by name. Their arguments and results are values of SQLite. */
  functions?: Readonly<Record<string, (...args: never[]) => string | number | null>>;
  /** It masks secrets and changes no table, so it is also applied to the copy that is made before. */
  masks?: boolean;
  /** What follows from the rows of builds (see derive.ts) must be computed after all migrations. */
  derives?: boolean;
}
