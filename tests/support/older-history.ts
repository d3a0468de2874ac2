import type Database from 'better-sqlite3';

/** Takes everything out of a history that migrations after the first one have added. */
export function withFirstSchema(database: Database.Database): void {
  const later = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'builds' AND sql IS NOT NULL
      AND name NOT IN ('builds_by_time', 'builds_by_project')`)
    .pluck()
    .all();
  for (const index of later) database.exec(`DROP INDEX ${String(index)}`);
  database.exec(`
    DROP TABLE image_programs; DROP TABLE image_layer_contents; DROP TABLE layer_contents;
    DROP TABLE image_contents; DROP INDEX images_by_digest; ALTER TABLE images DROP COLUMN dockerfile; ALTER TABLE builds DROP COLUMN layer_changes;
    ALTER TABLE builds DROP COLUMN vcs_tag; ALTER TABLE builds DROP COLUMN built_by;
    ALTER TABLE builds DROP COLUMN name; ALTER TABLE builds DROP COLUMN note; ALTER TABLE builds DROP COLUMN pinned;
    ALTER TABLE builds DROP COLUMN series_id; ALTER TABLE builds DROP COLUMN bytes;
    ALTER TABLE builds DROP COLUMN change_bytes; ALTER TABLE builds DROP COLUMN module_changes;
    ALTER TABLE builds DROP COLUMN go_rank; ALTER TABLE programs DROP COLUMN packages;
    DROP INDEX program_packages_by_package; DROP TABLE series; DROP TABLE purged_builds;
    ALTER TABLE builds DROP COLUMN built_at; ALTER TABLE builds DROP COLUMN built_from;
    ALTER TABLE builds DROP COLUMN stripped; ALTER TABLE builds DROP COLUMN main_module;
    DROP INDEX programs_by_go_build_id; ALTER TABLE programs DROP COLUMN go_build_id;
    DROP INDEX programs_by_bytes;
    ALTER TABLE programs DROP COLUMN analysis; ALTER TABLE programs DROP COLUMN facts;
    ALTER TABLE program_packages DROP COLUMN parts;
    ALTER TABLE program_packages DROP COLUMN inlined_in; ALTER TABLE program_packages DROP COLUMN inlined_out;
    ALTER TABLE program_packages RENAME COLUMN bytes TO code_and_table_bytes;
    DROP TABLE snapshots;
    ALTER TABLE builds DROP COLUMN seal; ALTER TABLE programs DROP COLUMN seal; ALTER TABLE projects DROP COLUMN seal;
    PRAGMA user_version = 1; PRAGMA application_id = 0`);
}
