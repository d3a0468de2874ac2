import type { Kysely, Transaction } from 'kysely';
import { bucket, type GoModule } from '#contract/binaries';
import type { BuildDetail } from '#contract/builds';
import type { Tables } from './tables.ts';

/** What can be said of a program from its bytes alone. */
export type ProgramFacts = Pick<BuildDetail, 'modules' | 'sections' | 'buckets' | 'packages'>;

/** Rows in one statement; SQLite takes 32,766 parameters at most (SQLITE_MAX_VARIABLE_NUMBER), we use five a row. */
const batchRows = 1000;

/**
 * Puts in what a program of this content consists of; returns its row. When the content is known already, the
 * facts given now replace the kept ones: the bytes are the same, so a difference is a better reading of them.
 */
export async function putProgram(
  tx: Transaction<Tables>,
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
  for (const rows of batches(sections)) await tx.insertInto('program_sections').values(rows).execute();
  const buckets = facts.buckets.map(({ name, bytes }, position) => ({
    program_id: id,
    position,
    name,
    file_bytes: bytes,
  }));
  for (const rows of batches(buckets)) await tx.insertInto('program_buckets').values(rows).execute();
  await putPackages(tx, id, facts.packages);
  await putModules(tx, id, facts.modules);
  return id;
}

/** What a program consists of, in the order in which it was read: modules by path, packages largest first. */
export async function getProgram(db: Kysely<Tables>, id: number): Promise<ProgramFacts> {
  const modules = await db
    .selectFrom('program_modules')
    .innerJoin('modules', 'modules.id', 'program_modules.module_id')
    .where('program_id', '=', id)
    .orderBy('path')
    .selectAll('modules')
    .execute();
  const sections = await db
    .selectFrom('program_sections')
    .where('program_id', '=', id)
    .orderBy('position')
    .select(['name', 'file_bytes as bytes', 'memory_bytes as memoryBytes'])
    .execute();
  const buckets = await db
    .selectFrom('program_buckets')
    .where('program_id', '=', id)
    .orderBy('position')
    .select(['name', 'file_bytes as bytes'])
    .execute();
  const packages = await db
    .selectFrom('program_packages')
    .innerJoin('packages', 'packages.id', 'program_packages.package_id')
    .where('program_id', '=', id)
    .orderBy('code_and_table_bytes', 'desc')
    .orderBy('path')
    .select(['path', 'functions', 'code_bytes as codeBytes', 'code_and_table_bytes as bytes'])
    .execute();
  return {
    modules: modules.map(moduleOf),
    sections,
    buckets: buckets.map((row) => bucket.parse(row)),
    packages,
  };
}

async function putPackages(
  tx: Transaction<Tables>,
  programId: number,
  packages: ProgramFacts['packages'],
): Promise<void> {
  for (const some of batches(packages)) {
    await tx
      .insertInto('packages')
      .values(some.map(({ path }) => ({ path })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const known = await tx
      .selectFrom('packages')
      .where(
        'path',
        'in',
        some.map(({ path }) => path),
      )
      .selectAll()
      .execute();
    const idOf = new Map(known.map((row) => [row.path, row.id]));
    const rows = some.map((each) => ({
      program_id: programId,
      package_id: idOf.get(each.path) ?? 0,
      functions: each.functions,
      code_bytes: each.codeBytes,
      code_and_table_bytes: each.bytes,
    }));
    await tx.insertInto('program_packages').values(rows).execute();
  }
}

async function putModules(tx: Transaction<Tables>, programId: number, modules: GoModule[]): Promise<void> {
  for (const some of batches(modules)) {
    const rows = some.map((each) => ({
      path: each.path,
      version: each.version,
      sum: each.sum ?? '',
      replaced_by_path: each.replacedBy?.path ?? '',
      replaced_by_version: each.replacedBy?.version ?? '',
    }));
    await tx
      .insertInto('modules')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const known = await tx
      .selectFrom('modules')
      .where(
        'path',
        'in',
        rows.map(({ path }) => path),
      )
      .selectAll()
      .execute();
    const idOf = new Map(known.map((row) => [moduleKey(row), row.id]));
    const links = rows.map((row) => ({ program_id: programId, module_id: idOf.get(moduleKey(row)) ?? 0 }));
    await tx.insertInto('program_modules').values(links).execute();
  }
}

type ModuleRow = Omit<Tables['modules'], 'id'>;

function moduleKey(row: ModuleRow): string {
  return JSON.stringify([row.path, row.version, row.sum, row.replaced_by_path, row.replaced_by_version]);
}

function moduleOf(row: ModuleRow): GoModule {
  return {
    path: row.path,
    version: row.version,
    sum: row.sum || null,
    replacedBy: row.replaced_by_path
      ? { path: row.replaced_by_path, version: row.replaced_by_version }
      : null,
  };
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
}
