import { type Kysely, sql } from 'kysely';
import type { Build } from '#contract/build';
import { failure } from '#contract/failure';
import { fileFailure, maskSecrets, openForeign } from '#core/system';
import {
  type Tables,
  decodeBuild,
  inTransaction,
  keepAnalysis,
  maskedRecord,
  noFacts,
  oneLine,
  putProgram,
  putProjectAs,
  putRow,
  readStoredBuilds,
  summaryOf,
} from '../rows/index.ts';
import { type BuildLine, linesOf, type ProgramLine, readLines } from './export-format.ts';

/** Lines are written in steps of so many. */
const atOnce = 500;

/**
 * Adds the builds of an export that the history does not have, under new numbers. The whole file is read before anything is
 * written, so that one that is refused changes nothing. Failures: import.refused, those of reading a file, cancelled.
 */
export async function importFile(
  db: Kysely<Tables>,
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ added: number; known: number }> {
  const sizes = new Map<string, number>();
  for await (const { number, said } of linesIn(path, signal)) {
    await checkSize(db, said, sizes, { path, line: number });
  }
  const result = { added: 0, known: 0 };
  for await (const lines of batches(linesIn(path, signal))) {
    await inTransaction(db, async (tx) => {
      for (const { said } of lines) {
        if (said.type === 'program') await putProgramLine(tx, said);
        else result[(await putBuildLine(tx, said)) ? 'added' : 'known'] += 1;
      }
    });
  }
  await inTransaction(db, dropUnused);
  return result;
}

/**
 * The same content has the same size; the first that was said of it counts: here, or in `sizes`, which is filled. Failures:
 * import.refused, of a build of another size.
 */
async function checkSize(
  db: Kysely<Tables>,
  said: ProgramLine | BuildLine,
  sizes: Map<string, number>,
  at: { path: string; line: number },
): Promise<void> {
  const program = said.type === 'program' ? said : said.artifact;
  if (!program) return;
  const { sha256, bytes } = program;
  const known = sizes.get(sha256) ?? (await programOf(db, sha256))?.artifact_bytes ?? bytes;
  sizes.set(sha256, known);
  if (said.type === 'build' && known !== bytes) {
    throw failure('import.refused', { ...at, reason: 'wrong-value', detail: 'artifact.bytes' });
  }
}

async function* linesIn(path: string, signal: AbortSignal | undefined) {
  const { file } = await openForeign(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    for await (const each of readLines(linesOf(file.createReadStream({ autoClose: false })), path)) {
      if (signal?.aborted) throw failure('cancelled', {});
      yield each;
    }
  } finally {
    await file.close();
  }
}

async function* batches<T>(values: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function putProgramLine(tx: Kysely<Tables>, { type: _type, ...line }: ProgramLine): Promise<void> {
  const { sha256, bytes, ...analysis } = line;
  const settings = analysis.settings.map(({ key, value }) => ({ key, value: maskSecrets(value) }));
  const known = await programOf(tx, sha256);
  // The same content has the same size: one of them is wrong, and the one that is here was hashed.
  if (known && known.artifact_bytes !== bytes) return;
  await keepAnalysis(tx, { sha256, bytes }, { ...analysis, settings });
}

function programOf(tx: Kysely<Tables>, sha256: string) {
  return tx
    .selectFrom('programs')
    .where('sha256', '=', sha256)
    .select(['id', 'artifact_bytes'])
    .executeTakeFirst();
}

/** Returns false if the history has the build. */
async function putBuildLine(
  tx: Kysely<Tables>,
  { type: _type, id: _id, ...line }: BuildLine,
): Promise<boolean> {
  const name = line.name === null ? null : oneLine(line.name);
  const record = maskedRecord({ ...line, ...noFacts, name });
  const { id: _none, ...summary } = summaryOf({ id: '', ...record });
  if (await hasBuild(tx, summary)) return false;
  let program: number | null = null;
  if (record.artifact) {
    const known = await programOf(tx, record.artifact.sha256);
    program = known?.id ?? (await putProgram(tx, record.artifact, record));
  }
  const project =
    record.project === null ? null : await unlistedProject(tx, record.project, record.startedAt);
  await putRow(tx, record, { project, program }, { forgottenAt: null });
  return true;
}

/** Whether there is a build that says the same, apart from what people say about it; forgotten ones count. */
async function hasBuild(tx: Kysely<Tables>, wanted: Omit<Build, 'id'>): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    SELECT builds.id FROM builds INDEXED BY builds_by_time LEFT JOIN programs ON programs.id = program_id
    WHERE started_at = ${wanted.startedAt} AND kind = ${wanted.kind} AND status = ${wanted.status}
    AND subject = ${wanted.subject} AND sha256 IS ${wanted.artifact?.sha256 ?? null}
    AND vcs_commit IS ${wanted.vcs?.commit ?? null} LIMIT ${maxAlike}`.execute(tx);
  const alike = await readStoredBuilds(
    tx,
    rows.map(({ id }) => id),
  );
  const said = identity(wanted);
  return alike.some((stored) => {
    const build = decodeBuild(stored);
    return build !== null && identity(build) === said;
  });
}

/** More builds that are so much alike are compared no further. */
const maxAlike = 100;

function identity(build: Omit<Build, 'id'>): string {
  const { name: _n, note: _o, pinned: _p, ...rest } = build;
  // What an analysis adds later; of an image also its Go.
  const { stripped: _s, mainModule: _m, ...kept } = rest;
  const goVersion = build.kind === 'image' ? null : build.goVersion;
  return JSON.stringify(
    Object.entries({ ...kept, goVersion, id: '' }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The row of a project; one that is not known is added, and not listed among the projects of this machine. */
async function unlistedProject(tx: Kysely<Tables>, path: string, usedAt: string): Promise<number> {
  const known = await tx.selectFrom('projects').where('path', '=', path).select('id').executeTakeFirst();
  return known?.id ?? putProjectAs(tx, { path, last_used_at: usedAt, listed: 0 });
}

/** Removes programs that no build or image has: a file may have them without their builds. */
async function dropUnused(tx: Kysely<Tables>): Promise<void> {
  await sql`DELETE FROM programs WHERE NOT EXISTS
    (SELECT 1 FROM builds INDEXED BY builds_by_program WHERE builds.program_id = programs.id)
    AND NOT EXISTS (SELECT 1 FROM image_programs WHERE image_programs.program_id = programs.id)`.execute(tx);
}
