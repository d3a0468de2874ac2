import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A row of `builds` with everything that belongs to it, as it is stored. */
export interface StoredBuild {
  build: Selectable<Tables['builds']>;
  project: string | null;
  program: { sha256: string; artifact_bytes: number } | null;
  image: Selectable<Tables['images']> | null;
  layers: readonly { diff_id: string; created_by: string; engine_reported_bytes: number | null }[];
}

/** A row of `programs` with everything that belongs to it, in the order in which it is shown. */
export interface StoredProgram {
  program: Selectable<Tables['programs']>;
  sections: readonly { name: string; file_bytes: number; memory_bytes: number }[];
  buckets: readonly { name: string; file_bytes: number }[];
  packages: readonly (Omit<Selectable<Tables['program_packages']>, 'program_id' | 'package_id'> & {
    path: string;
  })[];
  modules: readonly Omit<Selectable<Tables['modules']>, 'id'>[];
}

/** Per statement; SQLite allows at most 32,766 parameters. */
const maxIds = 10_000;

/** The builds with these ids, those that are found, in the order of the ids. */
export async function readStoredBuilds(db: Kysely<Tables>, ids: readonly number[]): Promise<StoredBuild[]> {
  const found = new Map<number, StoredBuild>();
  for (let at = 0; at < ids.length; at += maxIds) {
    for (const stored of await readSome(db, ids.slice(at, at + maxIds))) found.set(stored.build.id, stored);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function readSome(db: Kysely<Tables>, ids: readonly number[]): Promise<StoredBuild[]> {
  const builds = await db.selectFrom('builds').where('id', 'in', ids).selectAll().execute();
  const projects = new Map(
    (
      await db
        .selectFrom('projects')
        .where('id', 'in', defined(builds.map((row) => row.project_id)))
        .select(['id', 'path'])
        .execute()
    ).map(({ id, path }) => [id, path]),
  );
  const programs = new Map(
    (
      await db
        .selectFrom('programs')
        .where('id', 'in', defined(builds.map((row) => row.program_id)))
        .select(['id', 'sha256', 'artifact_bytes'])
        .execute()
    ).map(({ id, ...program }) => [id, program]),
  );
  const images = new Map(
    (await db.selectFrom('images').where('build_id', 'in', ids).selectAll().execute()).map((row) => [
      row.build_id,
      row,
    ]),
  );
  const layers = Map.groupBy(
    await db
      .selectFrom('image_layers')
      .innerJoin('layers', 'layers.id', 'image_layers.layer_id')
      .where('build_id', 'in', ids)
      .orderBy('build_id')
      .orderBy('position')
      .select(['build_id', 'diff_id', 'created_by', 'engine_reported_bytes'])
      .execute(),
    (row) => row.build_id,
  );
  return builds.map((row) => ({
    build: row,
    project: row.project_id === null ? null : (projects.get(row.project_id) ?? null),
    program: row.program_id === null ? null : (programs.get(row.program_id) ?? null),
    image: images.get(row.id) ?? null,
    layers: (layers.get(row.id) ?? []).map(({ build_id: _id, ...layer }) => layer),
  }));
}

function defined(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The program in this row; null if there is none. */
export async function readStoredProgram(db: Kysely<Tables>, id: number): Promise<StoredProgram | null> {
  const [program = null] = await readStoredPrograms(db, [id]);
  return program;
}

/** The programs with these ids, at most 10,000, those that are found, in the order of the ids. */
export async function readStoredPrograms(
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<StoredProgram[]> {
  const programs = await db.selectFrom('programs').where('id', 'in', ids).orderBy('id').selectAll().execute();
  const sections = byProgram(
    await db
      .selectFrom('program_sections')
      .where('program_id', 'in', ids)
      .orderBy('program_id')
      .orderBy('position')
      .select(['program_id', 'name', 'file_bytes', 'memory_bytes'])
      .execute(),
  );
  const buckets = byProgram(
    await db
      .selectFrom('program_buckets')
      .where('program_id', 'in', ids)
      .orderBy('program_id')
      .orderBy('position')
      .select(['program_id', 'name', 'file_bytes'])
      .execute(),
  );
  const packages = byProgram(await readPackages(db, ids));
  const modules = byProgram(
    await db
      .selectFrom('program_modules')
      .innerJoin('modules', 'modules.id', 'program_modules.module_id')
      .where('program_id', 'in', ids)
      .orderBy('program_id')
      .orderBy('path')
      .orderBy('version')
      .select(['program_id', 'path', 'version', 'sum', 'replaced_by_path', 'replaced_by_version'])
      .execute(),
  );
  return programs.map((program) => ({
    program,
    sections: sections(program.id),
    buckets: buckets(program.id),
    packages: packages(program.id).map(({ package_id: _package, ...row }) => row),
    modules: modules(program.id),
  }));
}

/** Finds the rows of a program, without its id. */
function byProgram<Row extends { program_id: number }>(
  rows: readonly Row[],
): (id: number) => Omit<Row, 'program_id'>[] {
  const groups = Map.groupBy(rows, (row) => row.program_id);
  return (id) => (groups.get(id) ?? []).map(({ program_id: _id, ...row }) => row);
}

type PackageRow = Selectable<Tables['program_packages']> & { path: string };

/**
 * By position, the columns have a meaning in every version of the schema: a migration checks and renews seals of tables that
 * it has not changed yet. The sixth is the size.
 */
async function readPackages(db: Kysely<Tables>, ids: readonly number[]): Promise<PackageRow[]> {
  const { rows } = await sql<PackageRow>`
    SELECT packages.path, program_packages.*
    FROM program_packages JOIN packages ON packages.id = program_packages.package_id
    WHERE program_id IN (${sql.join(ids)}) ORDER BY 2, 6 DESC, 1`.execute(db);
  return rows;
}
