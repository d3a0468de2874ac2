import type { Migration } from './migration.ts';

/** How the machine was, at the moments at which something had changed. AUTOINCREMENT: as for builds. */
export const snapshots: Migration = {
  version: 4,
  sql: `
CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  taken_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  content TEXT NOT NULL,
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
};
