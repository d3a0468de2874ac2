import type { Migration } from './migration.ts';

/** A checksum for every build, program and project (see seals.ts). `migrate` computes those of the rows that exist. */
export const seals: Migration = {
  version: 3,
  sql: `
ALTER TABLE projects ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programs ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE builds ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
`,
};
