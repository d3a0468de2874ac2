import type { Migration } from './migration.ts';

/**
 * What people say about a build, and what lists, series and trends read without decoding every row. `series_id`, `bytes`,
 * `change_bytes`, `module_changes` and `go_rank` follow from the rest of a row and from its series (see derive.ts), so they are
 * not sealed. `purged_builds` has the numbers of builds that were erased on purpose, which are not lost.
 */
export const lists: Migration = {
  version: 6,
  derives: true,
  sql: `
ALTER TABLE builds ADD COLUMN vcs_tag TEXT;
ALTER TABLE builds ADD COLUMN built_by TEXT;
ALTER TABLE builds ADD COLUMN name TEXT;
ALTER TABLE builds ADD COLUMN note TEXT;
ALTER TABLE builds ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE builds ADD COLUMN series_id INTEGER;
ALTER TABLE builds ADD COLUMN bytes INTEGER;
ALTER TABLE builds ADD COLUMN change_bytes INTEGER;
ALTER TABLE builds ADD COLUMN module_changes INTEGER;
ALTER TABLE builds ADD COLUMN go_rank INTEGER;

ALTER TABLE programs ADD COLUMN packages INTEGER;
UPDATE programs SET packages = nullif(
  (SELECT count(*) FROM program_packages WHERE program_packages.program_id = programs.id), 0);
CREATE INDEX program_packages_by_package ON program_packages (package_id);

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  project_id INTEGER,
  subject TEXT NOT NULL,
  target TEXT,
  usual_flags TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE purged_builds (id INTEGER PRIMARY KEY) STRICT;

-- What a trend reads of every build of its series.
CREATE INDEX builds_by_series ON builds (series_id, started_at, id, bytes, go_version, vcs_tag, pinned)
  WHERE series_id IS NOT NULL AND forgotten_at IS NULL;
CREATE INDEX builds_by_subject ON builds (subject);
CREATE INDEX builds_by_name ON builds (name) WHERE name IS NOT NULL;
CREATE INDEX builds_by_note ON builds (id) WHERE note IS NOT NULL;
CREATE INDEX builds_by_go ON builds (go_rank);
CREATE INDEX builds_by_target ON builds (target);
CREATE INDEX builds_by_bytes ON builds (bytes);
CREATE INDEX builds_by_change ON builds (change_bytes);
CREATE INDEX builds_by_duration ON builds (duration_ms);
CREATE INDEX builds_by_commit ON builds (vcs_commit);
CREATE INDEX builds_by_branch ON builds (vcs_branch);
CREATE INDEX builds_by_tag ON builds (vcs_tag) WHERE vcs_tag IS NOT NULL;
CREATE INDEX builds_by_status ON builds (status);
CREATE INDEX builds_by_kind ON builds (kind);
CREATE INDEX builds_by_user ON builds (built_by);
CREATE INDEX builds_by_program ON builds (program_id);
CREATE INDEX builds_by_forgotten ON builds (forgotten_at) WHERE forgotten_at IS NOT NULL;
CREATE INDEX builds_by_pin ON builds (id) WHERE pinned = 1;
`,
};
