import { type Kysely, sql } from 'kysely';
import type { GoModule } from '#contract/binaries';
import { type BuildDetail, buildDetail } from '#contract/builds';
import { isSoundProgram, sealProgram } from './seals.ts';
import { readStoredProgram, type StoredProgram } from './stored.ts';
import type { Tables } from './tables.ts';

/** The facts about a program that depend only on its bytes. */
export type ProgramFacts = Pick<
  BuildDetail,
  | 'mainModule'
  | 'modules'
  | 'sections'
  | 'buckets'
  | 'packages'
  | 'owned'
  | 'unowned'
  | 'embedded'
  | 'runs'
  | 'analysis'
>;

/** Of a build without a program, and of a program of which nothing is known. */
export const noFacts: ProgramFacts = {
  mainModule: null,
  modules: [],
  sections: [],
  buckets: [],
  packages: [],
  owned: null,
  unowned: [],
  embedded: [],
  runs: null,
  analysis: 0,
};

/**
 * Stores the facts about a program and returns its row. Facts that are stored for the same content are replaced: a
 * difference can only come from a better reading of the same bytes.
 */
export async function putProgram(
  tx: Kysely<Tables>,
  artifact: { sha256: string; bytes: number },
  facts: ProgramFacts,
): Promise<number> {
  const { id } = await tx
    .insertInto('programs')
    .values({ sha256: artifact.sha256, artifact_bytes: artifact.bytes })
    .onConflict((conflict) =>
      conflict
        .column('sha256')
        .doUpdateSet((row) => ({ artifact_bytes: row.ref('excluded.artifact_bytes') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const table of [
    'program_sections',
    'program_buckets',
    'program_packages',
    'program_modules',
  ] as const) {
    await tx.deleteFrom(table).where('program_id', '=', id).execute();
  }
  const sections = facts.sections.map((section, position) => ({
    program_id: id,
    position,
    name: section.name,
    file_bytes: section.bytes,
    memory_bytes: section.memoryBytes,
  }));
  if (sections.length > 0) await tx.insertInto('program_sections').values(sections).execute();
  const buckets = facts.buckets.map(({ name, bytes }, position) => ({
    program_id: id,
    position,
    name,
    file_bytes: bytes,
  }));
  if (buckets.length > 0) await tx.insertInto('program_buckets').values(buckets).execute();
  await putPackages(tx, id, facts.packages);
  await putModules(tx, id, facts.modules);
  await sealProgram(tx, id);
  return id;
}

/**
 * The facts about a program: sections and buckets in original order, modules by path, packages largest first. null: its
 * rows are damaged or gone.
 */
export async function getProgram(db: Kysely<Tables>, id: number): Promise<ProgramFacts | null> {
  const stored = await readStoredProgram(db, id);
  if (!stored || !isSoundProgram(stored)) return null;
  const decoded = buildDetail
    .pick({ modules: true, sections: true, buckets: true, packages: true })
    .safeParse({
      modules: stored.modules.map(moduleOf),
      sections: stored.sections.map((row) => ({
        name: row.name,
        bytes: row.file_bytes,
        memoryBytes: row.memory_bytes,
      })),
      buckets: stored.buckets.map((row) => ({ name: row.name, bytes: row.file_bytes })),
      packages: stored.packages.map((row) => ({
        path: row.path,
        functions: row.functions,
        codeBytes: row.code_bytes,
        bytes: row.code_and_table_bytes,
        parts: [
          { bucket: 'code', bytes: row.code_bytes, byReference: 0, byShare: 0 },
          {
            bucket: 'function-tables',
            bytes: row.code_and_table_bytes - row.code_bytes,
            byReference: 0,
            byShare: 0,
          },
        ],
        inlinedIn: null,
        inlinedOut: null,
      })),
    });
  return decoded.success ? { ...noFacts, ...decoded.data } : null;
}

async function putPackages(
  tx: Kysely<Tables>,
  programId: number,
  packages: ProgramFacts['packages'],
): Promise<void> {
  const rows = JSON.stringify(packages);
  await sql`
    INSERT INTO packages (path)
    SELECT value ->> 'path' FROM json_each(${rows}) WHERE true
    ON CONFLICT DO NOTHING`.execute(tx);
  // CROSS JOIN makes SQLite keep this order, so that it looks up each path instead of reading all known ones.
  await sql`
    INSERT INTO program_packages (program_id, package_id, functions, code_bytes, code_and_table_bytes)
    SELECT ${programId}, packages.id, value ->> 'functions', value ->> 'codeBytes', value ->> 'bytes'
    FROM json_each(${rows}) CROSS JOIN packages ON packages.path = value ->> 'path'`.execute(tx);
}

async function putModules(tx: Kysely<Tables>, programId: number, modules: GoModule[]): Promise<void> {
  const rows = JSON.stringify(
    modules.map(({ path, version, sum, replacedBy }) => ({
      path,
      version,
      sum: sum ?? '',
      byPath: replacedBy?.path ?? '',
      byVersion: replacedBy?.version ?? '',
    })),
  );
  await sql`
    INSERT INTO modules (path, version, sum, replaced_by_path, replaced_by_version)
    SELECT value ->> 'path', value ->> 'version', value ->> 'sum', value ->> 'byPath', value ->> 'byVersion'
    FROM json_each(${rows}) WHERE true
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    INSERT INTO program_modules (program_id, module_id)
    SELECT ${programId}, modules.id
    FROM json_each(${rows}) CROSS JOIN modules
      ON modules.path = value ->> 'path' AND modules.version = value ->> 'version' AND modules.sum = value ->> 'sum'
      AND replaced_by_path = value ->> 'byPath' AND replaced_by_version = value ->> 'byVersion'`.execute(tx);
}

function moduleOf(row: StoredProgram['modules'][number]): GoModule {
  return {
    path: row.path,
    version: row.version,
    sum: row.sum || null,
    replacedBy: row.replaced_by_path
      ? { path: row.replaced_by_path, version: row.replaced_by_version }
      : null,
  };
}
