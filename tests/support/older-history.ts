import type Database from 'better-sqlite3';

/** Takes everything out of a history that migrations after the first one have added. */
export function withFirstSchema(database: Database.Database): void {
  database.exec(`
    ALTER TABLE builds DROP COLUMN built_at; ALTER TABLE builds DROP COLUMN built_from;
    ALTER TABLE builds DROP COLUMN stripped; ALTER TABLE builds DROP COLUMN main_module;
    DROP INDEX programs_by_bytes;
    ALTER TABLE programs DROP COLUMN analysis; ALTER TABLE programs DROP COLUMN facts;
    ALTER TABLE program_packages DROP COLUMN parts;
    ALTER TABLE program_packages DROP COLUMN inlined_in; ALTER TABLE program_packages DROP COLUMN inlined_out;
    ALTER TABLE program_packages RENAME COLUMN bytes TO code_and_table_bytes;
    DROP TABLE snapshots;
    ALTER TABLE builds DROP COLUMN seal; ALTER TABLE programs DROP COLUMN seal; ALTER TABLE projects DROP COLUMN seal;
    PRAGMA user_version = 1; PRAGMA application_id = 0`);
}
