import { type Kysely, sql } from 'kysely';
import type { GoModule } from '#contract/binaries';
import { type BuildDetail, buildDetail } from '#contract/build';
import { deriveBuilds } from './derive.ts';
import { putPackages, readPackages } from './package-rows.ts';
import { isSoundBuild, isSoundProgram, sealBuilds, sealPrograms } from './seals.ts';
import { readStoredBuilds, readStoredProgram, type StoredProgram } from './stored.ts';
import type { Tables } from './tables.ts';

/** The facts about a program that depend only on its bytes, and that only a build with its long parts shows. */
export type ProgramFacts = Pick<
  BuildDetail,
  | 'mainPackage'
  | 'settings'
  | 'modules'
  | 'sections'
  | 'buckets'
  | 'packages'
  | 'packagesMissing'
  | 'owned'
  | 'unowned'
  | 'embedded'
  | 'runs'
  | 'buildId'
  | 'analysis'
>;

/** All facts about a program that depend only on its bytes. */
export type Analysis = ProgramFacts & Pick<BuildDetail, 'mainModule' | 'goVersion' | 'target' | 'stripped'>;

/** Of a build without a program, and of a program of which nothing is known. */
export const noFacts: ProgramFacts = {
  mainPackage: null,
  settings: [],
  modules: [],
  sections: [],
  buckets: [],
  packages: [],
  packagesMissing: null,
  owned: null,
  unowned: [],
  embedded: [],
  runs: null,
  buildId: null,
  analysis: 0,
};

const nothing: Analysis = { ...noFacts, mainModule: null, goVersion: null, target: null, stripped: null };

/** The facts that are stored as one JSON object; in older rows it is empty. */
const inOneObject = buildDetail.pick({
  mainPackage: true,
  settings: true,
  packagesMissing: true,
  owned: true,
  unowned: true,
  embedded: true,
  runs: true,
  mainModule: true,
  goVersion: true,
  target: true,
  stripped: true,
});

/**
 * Stores the facts about a program and returns its row. Facts that are stored for the same content stay if no older reader
 * found them, the build id is among them, and their rows are sound.
 */
export async function putProgram(
  tx: Kysely<Tables>,
  artifact: { sha256: string; bytes: number },
  analysis: Analysis,
): Promise<number> {
  const known = await tx
    .selectFrom('programs')
    .where('sha256', '=', artifact.sha256)
    .select(['id', 'analysis', 'go_build_id'])
    .executeTakeFirst();
  const addsBuildId = known?.go_build_id === null && analysis.buildId !== null;
  if (known && known.analysis > 0 && known.analysis >= analysis.analysis && !addsBuildId) {
    const stored = await readStoredProgram(tx, known.id);
    if (stored && isSoundProgram(stored)) return known.id;
  }
  const values = {
    artifact_bytes: artifact.bytes,
    analysis: analysis.analysis,
    facts: JSON.stringify(inOneObject.parse(analysis)),
    packages: analysis.packages.length || null,
    go_build_id: analysis.buildId,
  };
  const { id } = await tx
    .insertInto('programs')
    .values({ sha256: artifact.sha256, ...values })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet(values))
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
  const sections = analysis.sections.map((section, position) => ({
    program_id: id,
    position,
    name: section.name,
    file_bytes: section.bytes,
    memory_bytes: section.memoryBytes,
  }));
  if (sections.length > 0) await tx.insertInto('program_sections').values(sections).execute();
  const buckets = analysis.buckets.map(({ name, bytes }, position) => ({
    program_id: id,
    position,
    name,
    file_bytes: bytes,
  }));
  if (buckets.length > 0) await tx.insertInto('program_buckets').values(buckets).execute();
  await putPackages(tx, id, analysis.packages);
  await putModules(tx, id, analysis.modules);
  await sealPrograms(tx, [id]);
  return id;
}

/**
 * The facts about a program: sections and buckets in original order, modules by path, packages largest first. null: its
 * rows are damaged or gone.
 */
export async function getProgram(db: Kysely<Tables>, id: number): Promise<ProgramFacts | null> {
  const found = await getAnalysis(db, id);
  if (!found) return null;
  const { mainModule: _m, goVersion: _g, target: _t, stripped: _s, ...facts } = found;
  return facts;
}

/** All facts about a program; null: its rows are damaged or gone. */
export async function getAnalysis(db: Kysely<Tables>, id: number): Promise<Analysis | null> {
  const stored = await readStoredProgram(db, id);
  if (!stored || !isSoundProgram(stored)) return null;
  const packages = readPackages(stored.packages);
  const object = inOneObject.safeParse({ ...nothing, ...parseJson(stored.program.facts) });
  const rows = buildDetail.pick({ modules: true, sections: true, buckets: true }).safeParse({
    modules: stored.modules.map(moduleOf),
    sections: stored.sections.map((row) => ({
      name: row.name,
      bytes: row.file_bytes,
      memoryBytes: row.memory_bytes,
    })),
    buckets: stored.buckets.map((row) => ({ name: row.name, bytes: row.file_bytes })),
  });
  if (!packages || !object.success || !rows.success) return null;
  const { analysis, go_build_id: buildId } = stored.program;
  return { ...object.data, ...rows.data, packages, buildId, analysis };
}

/** What was read of the programs of this size, by the SHA-256 of their content; without damaged ones. */
export async function analysisOf(
  db: Kysely<Tables>,
  bytes: number,
  hash: () => Promise<string>,
): Promise<Analysis | null> {
  const alike = await db
    .selectFrom('programs')
    .where('artifact_bytes', '=', bytes)
    .select(['id', 'sha256'])
    .execute();
  if (alike.length === 0) return null;
  const sha256 = await hash();
  const same = alike.find((program) => program.sha256 === sha256);
  return same ? getAnalysis(db, same.id) : null;
}

/**
 * Replaces what is known of a program, and of its builds what depends on that. A program in the root of its module whose
 * name was guessed gets that of its module.
 */
export async function keepAnalysis(
  tx: Kysely<Tables>,
  artifact: { sha256: string; bytes: number },
  analysis: Analysis,
): Promise<void> {
  const { mainModule, mainPackage, stripped } = analysis;
  const id = await putProgram(tx, artifact, analysis);
  const rows = await tx.selectFrom('builds').where('program_id', '=', id).select('id').execute();
  const builds = await readStoredBuilds(
    tx,
    rows.map((row) => row.id),
  );
  for (const stored of builds.filter(isSoundBuild)) {
    const { subject } = stored.build;
    const isRoot = mainModule !== null && mainPackage === mainModule && !subject.startsWith('./');
    await tx
      .updateTable('builds')
      .set({
        main_module: mainModule,
        stripped: stripped === null ? null : Number(stripped),
        subject: isRoot ? mainModule : subject,
      })
      .where('id', '=', stored.build.id)
      .execute();
    await sealBuilds(tx, [stored.build.id]);
    await deriveBuilds(tx, [stored.build.id]);
  }
}

/** Nothing if the text is no JSON. */
function parseJson(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
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
