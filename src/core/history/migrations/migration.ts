/** One migration of the history's schema. A released one is never edited; changes go into a new one. */
export interface Migration {
  /** The `user_version` of a file after this migration: 1, 2, 3, … without gaps. */
  version: number;
  sql: string;
}
