import type { Migration } from './migration.ts';

/**
 * The parts of a program belong to its content, not to the build: builds with the same bytes share one row in
 * `programs` and everything that refers to it. Module and package names recur in nearly every build, so they are
 * stored once and referenced by number.
 *
 * The name of every size column says which size it is. The four image sizes have different meanings and are never
 * compared with each other (see contract/images.ts).
 */
export const first: Migration = {
  version: 1,
  sql: `
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  last_used_at TEXT NOT NULL,
  listed INTEGER NOT NULL CHECK (listed IN (0, 1))
) STRICT;

CREATE TABLE programs (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  artifact_bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE program_sections (
  program_id INTEGER NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  memory_bytes INTEGER NOT NULL,
  PRIMARY KEY (program_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE program_buckets (
  program_id INTEGER NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  PRIMARY KEY (program_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE packages (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE program_packages (
  program_id INTEGER NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
  package_id INTEGER NOT NULL REFERENCES packages (id),
  functions INTEGER NOT NULL,
  code_bytes INTEGER NOT NULL,
  code_and_table_bytes INTEGER NOT NULL,
  PRIMARY KEY (program_id, package_id)
) STRICT, WITHOUT ROWID;

-- Empty text instead of NULL, because UNIQUE treats two NULLs as different.
CREATE TABLE modules (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  version TEXT NOT NULL,
  sum TEXT NOT NULL,
  replaced_by_path TEXT NOT NULL,
  replaced_by_version TEXT NOT NULL,
  UNIQUE (path, version, sum, replaced_by_path, replaced_by_version)
) STRICT;

CREATE TABLE program_modules (
  program_id INTEGER NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
  module_id INTEGER NOT NULL REFERENCES modules (id),
  PRIMARY KEY (program_id, module_id)
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: users write these numbers down, so they are never reused.
CREATE TABLE builds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('program', 'image')),
  status TEXT NOT NULL CHECK (status IN ('succeeded', 'failed', 'cancelled', 'recorded')),
  started_at TEXT NOT NULL,
  duration_ms REAL,
  exit_code INTEGER,
  project_id INTEGER REFERENCES projects (id),
  subject TEXT NOT NULL,
  go_version TEXT,
  target TEXT,
  cgo INTEGER CHECK (cgo IN (0, 1)),
  flags TEXT NOT NULL,
  vcs_commit TEXT,
  vcs_dirty INTEGER CHECK (vcs_dirty IN (0, 1)),
  vcs_branch TEXT,
  artifact_path TEXT,
  program_id INTEGER REFERENCES programs (id),
  log_tail TEXT,
  forgotten_at TEXT
) STRICT;
CREATE INDEX builds_by_time ON builds (started_at DESC, id DESC);
CREATE INDEX builds_by_project ON builds (project_id, started_at DESC, id DESC);

CREATE TABLE images (
  build_id INTEGER PRIMARY KEY REFERENCES builds (id) ON DELETE CASCADE,
  ref TEXT NOT NULL,
  config_digest TEXT NOT NULL,
  repo_digest TEXT,
  platform TEXT NOT NULL,
  created_at TEXT,
  engine_name TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  engine_store TEXT NOT NULL,
  engine_endpoint TEXT NOT NULL,
  image_file_bytes INTEGER,
  image_tar_bytes INTEGER,
  image_compressed_bytes INTEGER,
  image_engine_reported INTEGER
) STRICT;

CREATE TABLE layers (
  id INTEGER PRIMARY KEY,
  diff_id TEXT NOT NULL,
  created_by TEXT NOT NULL,
  UNIQUE (diff_id, created_by)
) STRICT;

CREATE TABLE image_layers (
  build_id INTEGER NOT NULL REFERENCES images (build_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  layer_id INTEGER NOT NULL REFERENCES layers (id),
  engine_reported_bytes INTEGER,
  PRIMARY KEY (build_id, position)
) STRICT, WITHOUT ROWID;
`,
};
