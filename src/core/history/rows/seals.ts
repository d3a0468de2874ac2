import { crc32 } from 'node:zlib';
import { type Kysely, type Selectable, sql } from 'kysely';
import { readStoredBuilds, readStoredPrograms, type StoredBuild, type StoredProgram } from './stored.ts';
import type { Tables } from './tables.ts';

/**
 * A seal is a checksum of everything that is stored about a build, a program, a project or a snapshot: its own columns in the order
 * of the schema, then what belongs to it. It covers the path of the project and the hash of the program, not the numbers
 * of their rows. Whoever writes one of them seals it; whoever reads it checks the seal. CRC-32 finds damage, not deceit,
 * and takes 0.9 µs for a build (a truncated SHA-256: 4.9 µs).
 */
function sealOf(stored: unknown): number {
  return crc32(JSON.stringify(stored));
}

/** Columns of a build that are numbers of other rows, or follow from the others (see derive.ts). */
const unsealed: ReadonlySet<string> = new Set([
  'project_id',
  'program_id',
  'seal',
  'series_id',
  'bytes',
  'change_bytes',
  'module_changes',
  'go_rank',
  'layer_changes',
]);

function sealOfBuild({ build, ...rest }: StoredBuild): number {
  return sealOf([Object.entries(build).filter(([name]) => !unsealed.has(name)), rest]);
}

function sealOfProgram({ program, ...rest }: StoredProgram): number {
  const { id: _i, seal: _s, ...own } = program;
  return sealOf([Object.entries(own), rest]);
}

/** The values of a project. */
export type ProjectState = Pick<Selectable<Tables['projects']>, 'path' | 'last_used_at' | 'listed'>;

/** The seal of a project with these values. */
export function sealOfProject(project: ProjectState): number {
  return sealOf([project.path, project.last_used_at, project.listed]);
}

export function isSoundBuild(stored: StoredBuild): boolean {
  return stored.build.seal === sealOfBuild(stored);
}

export function isSoundProgram(stored: StoredProgram): boolean {
  return stored.program.seal === sealOfProgram(stored);
}

export function isSoundProject(project: Omit<Selectable<Tables['projects']>, 'id'>): boolean {
  return project.seal === sealOfProject(project);
}

/** The values of a snapshot of the machine. */
export type SnapshotState = Pick<Selectable<Tables['snapshots']>, 'taken_at' | 'last_seen_at' | 'content'>;

/** The seal of a snapshot with these values. */
export function sealOfSnapshot(snapshot: SnapshotState): number {
  return sealOf([snapshot.taken_at, snapshot.last_seen_at, snapshot.content]);
}

export function isSoundSnapshot(snapshot: Omit<Selectable<Tables['snapshots']>, 'id'>): boolean {
  return snapshot.seal === sealOfSnapshot(snapshot);
}

/** The seal of what was read of an image, or of a layer; no migration changes what it covers. */
export function sealOfContent(content: string | Uint8Array): number {
  return crc32(content);
}

/** Seals builds as they are stored now. */
export async function sealBuilds(db: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  const stored = await readStoredBuilds(db, ids);
  await putSeals(
    db,
    'builds',
    stored.map((each) => [each.build.id, sealOfBuild(each)]),
  );
}

/** Seals programs as they are stored now. */
export async function sealPrograms(db: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  const stored = await readStoredPrograms(db, ids);
  await putSeals(
    db,
    'programs',
    stored.map((each) => [each.program.id, sealOfProgram(each)]),
  );
}

/** Sets the seals of rows, by their ids, in one statement: a history has tens of thousands of rows. */
async function putSeals(
  db: Kysely<Tables>,
  table: 'builds' | 'programs',
  seals: readonly [id: number, seal: number][],
): Promise<void> {
  await sql`
    UPDATE ${sql.table(table)} SET seal = new.seal
    FROM (SELECT value ->> 0 AS id, value ->> 1 AS seal FROM json_each(${JSON.stringify(seals)})) AS new
    WHERE ${sql.ref(`${table}.id`)} = new.id`.execute(db);
}

/** The rows of the tables with seals. */
export interface SealedRows {
  builds: number[];
  programs: number[];
  projects: number[];
  snapshots: number[];
}

/** Whether the schema has seals; before migration 3 it has none. */
export async function hasSeals(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_table_info('builds') WHERE name = 'seal'`.execute(db);
  return rows.length > 0;
}

/** The rows whose seals are right; of a schema without seals, all rows. */
export async function soundRows(db: Kysely<Tables>): Promise<SealedRows> {
  if (!(await hasSeals(db))) {
    return {
      builds: await rowsOf(db, 'builds'),
      programs: await rowsOf(db, 'programs'),
      projects: await rowsOf(db, 'projects'),
      snapshots: [],
    };
  }
  const programs: number[] = [];
  for (const ids of batched(await rowsOf(db, 'programs'), programsAtOnce)) {
    for (const stored of await readStoredPrograms(db, ids)) {
      if (isSoundProgram(stored)) programs.push(stored.program.id);
    }
  }
  const projects = (await db.selectFrom('projects').selectAll().execute()).filter(isSoundProject);
  return {
    builds: await soundBuilds(db),
    programs,
    projects: projects.map(({ id }) => id),
    snapshots: await soundSnapshots(db),
  };
}

/** The builds whose seals are right. */
export async function soundBuilds(db: Kysely<Tables>): Promise<number[]> {
  const sound: number[] = [];
  for (const ids of batched(await rowsOf(db, 'builds'))) {
    for (const stored of await readStoredBuilds(db, ids)) {
      if (isSoundBuild(stored)) sound.push(stored.build.id);
    }
  }
  return sound;
}

/** The snapshots whose seals are right. */
export async function soundSnapshots(db: Kysely<Tables>): Promise<number[]> {
  if ((await rowsOf(db, 'snapshots')).length === 0) return [];
  const rows = await db.selectFrom('snapshots').selectAll().execute();
  return rows.filter(isSoundSnapshot).map(({ id }) => id);
}

/** Seals these rows as they are stored now; without seals in the schema, does nothing. */
export async function sealRows(db: Kysely<Tables>, rows: SealedRows): Promise<void> {
  if (!(await hasSeals(db))) return;
  for (const ids of batched(rows.builds)) await sealBuilds(db, ids);
  for (const ids of batched(rows.programs, programsAtOnce)) await sealPrograms(db, ids);
  for (const id of rows.projects) {
    const project = await db.selectFrom('projects').where('id', '=', id).selectAll().executeTakeFirst();
    if (!project) continue;
    const seal = sealOfProject(project);
    await db.updateTable('projects').set({ seal }).where('id', '=', id).execute();
  }
  for (const id of rows.snapshots) {
    const row = await db.selectFrom('snapshots').where('id', '=', id).selectAll().executeTakeFirst();
    if (!row) continue;
    await db
      .updateTable('snapshots')
      .set({ seal: sealOfSnapshot(row) })
      .where('id', '=', id)
      .execute();
  }
}

/** The ids of a table's rows, read without an index; none if there is no such table yet. */
async function rowsOf(db: Kysely<Tables>, table: keyof SealedRows): Promise<number[]> {
  const { rows: tables } = await sql`SELECT name FROM sqlite_schema WHERE name = ${table}`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ id: number }>`SELECT id FROM ${sql.table(table)} NOT INDEXED`.execute(db);
  return rows.map(({ id }) => id);
}

/** Each has hundreds of packages. */
const programsAtOnce = 100;

function batched(ids: readonly number[], size = 1000): number[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));
}
