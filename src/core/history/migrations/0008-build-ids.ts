import type { Migration } from './migration.ts';

/**
 * The build id of a program, by which a copy of it that was stripped is known to be of the same build. It is not known of programs
 * that were recorded before.
 */
export const buildIds: Migration = {
  version: 8,
  sql: `
ALTER TABLE programs ADD COLUMN go_build_id TEXT;
CREATE INDEX programs_by_go_build_id ON programs (go_build_id) WHERE go_build_id IS NOT NULL;
`,
};
