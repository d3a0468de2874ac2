import { type Kysely, sql } from 'kysely';
import { type Analysis, type Tables, getAnalysis, putProgram } from '../rows/index.ts';

/**
 * Sets aside what was read of images, before all tables are replaced, in the same transaction. The function that it returns
 * puts it back where the build is there and nothing was read of it. What was damaged stays so.
 */
export async function setContentsAside(db: Kysely<Tables>): Promise<() => Promise<void>> {
  await sql`CREATE TEMP TABLE aside_images AS SELECT * FROM image_contents`.execute(db);
  await sql`CREATE TEMP TABLE aside_layers AS SELECT diff_id, content, seal FROM layer_contents`.execute(db);
  await sql`CREATE TEMP TABLE aside_links AS
    SELECT build_id, diff_id FROM image_layer_contents JOIN layer_contents ON layer_contents.id = layer_id`.execute(
    db,
  );
  const programs = await programsOfImages(db);
  return async () => {
    await sql`DELETE FROM aside_images WHERE build_id NOT IN (SELECT id FROM builds)
      OR build_id IN (SELECT build_id FROM image_contents)`.execute(db);
    await sql`INSERT INTO image_contents SELECT * FROM aside_images`.execute(db);
    await sql`DELETE FROM aside_links WHERE build_id NOT IN (SELECT build_id FROM aside_images)`.execute(db);
    await sql`INSERT OR IGNORE INTO layer_contents (diff_id, content, seal)
      SELECT * FROM aside_layers WHERE diff_id IN (SELECT diff_id FROM aside_links)`.execute(db);
    await sql`INSERT INTO image_layer_contents (build_id, layer_id)
      SELECT build_id, layer_contents.id FROM aside_links JOIN layer_contents USING (diff_id)`.execute(db);
    const { rows } = await sql<{ build_id: number }>`SELECT build_id FROM aside_images`.execute(db);
    const back = new Set(rows.map(({ build_id }) => build_id));
    for (const { builds, artifact, analysis } of programs) {
      const these = builds.filter((build) => back.has(build));
      if (these.length === 0) continue;
      const program = await putProgram(db, artifact, analysis);
      for (const build of these) {
        await db.insertInto('image_programs').values({ build_id: build, program_id: program }).execute();
      }
    }
    for (const table of ['aside_images', 'aside_layers', 'aside_links']) {
      await sql`DROP TABLE ${sql.table(table)}`.execute(db);
    }
  };
}

interface KeptProgram {
  /** The rows of the images that have it. */
  builds: readonly number[];
  artifact: { sha256: string; bytes: number };
  analysis: Analysis;
}

async function programsOfImages(db: Kysely<Tables>): Promise<KeptProgram[]> {
  const rows = await db
    .selectFrom('image_programs')
    .innerJoin('programs', 'programs.id', 'program_id')
    .select(['build_id', 'program_id', 'sha256', 'artifact_bytes'])
    .execute();
  const kept: KeptProgram[] = [];
  for (const [id, same] of Map.groupBy(rows, (row) => row.program_id)) {
    const analysis = await getAnalysis(db, id);
    const [first] = same;
    if (!analysis || !first) continue;
    kept.push({
      builds: same.map((row) => row.build_id),
      artifact: { sha256: first.sha256, bytes: first.artifact_bytes },
      analysis,
    });
  }
  return kept;
}
