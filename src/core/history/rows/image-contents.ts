import '#contract/image-contents-failures';
import { type Kysely, sql } from 'kysely';
import { failure } from '#contract/failure';
import { type ImageContents, imageContents } from '#contract/image-contents';
import { onlyGo } from '#contract/image-go';
import { deriveBuilds } from './derive.ts';
import { maskedContents } from './masked.ts';
import { type Analysis, putProgram } from './programs.ts';
import { linkedToBuilds } from './linked-programs.ts';
import { buildId } from './record.ts';
import { sealBuilds, sealOfContent } from './seals.ts';
import type { Tables } from './tables.ts';

/** The entries of a layer, as `core/images` encodes them. */
export interface KeptLayer {
  /** `sha256:…` of its tar stream. */
  diffId: string;
  content: Uint8Array;
}

/** What was read of an image. */
export interface ReadImage {
  contents: ImageContents;
  layers: readonly KeptLayer[];
  /** Of the Go programs of its final file system; not all may have one. */
  programs: readonly { sha256: string; bytes: number; analysis: Analysis }[];
}

/**
 * Stores what was read of the image in this row of `builds`, in the place of what was read before, inside a transaction.
 * Secrets are masked. If all its programs were built by one Go, that is the Go of the build.
 */
export async function keepImage(tx: Kysely<Tables>, build: number, read: ReadImage): Promise<void> {
  const content = JSON.stringify(maskedContents(read.contents));
  const { programs, sizes } = read.contents;
  const goVersions = [...new Set(programs.flatMap(({ goVersion }) => goVersion ?? []))].toSorted();
  await tx.deleteFrom('image_contents').where('build_id', '=', build).execute();
  await tx
    .insertInto('image_contents')
    .values({
      build_id: build,
      content,
      seal: sealOfContent(content),
      go_versions: JSON.stringify(goVersions),
      read_file_bytes: sizes.fileBytes,
      read_compressed_bytes: sizes.compressedBytes,
    })
    .execute();
  await tx
    .updateTable('builds')
    .set({ go_version: onlyGo(programs) })
    .where('id', '=', build)
    .execute();
  await sealBuilds(tx, [build]);
  await deriveBuilds(tx, [build]);
  for (const layer of read.layers) {
    const layerId = await putLayer(tx, layer);
    await tx
      .insertInto('image_layer_contents')
      .values({ build_id: build, layer_id: layerId })
      // An image may have one layer several times.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const { analysis, ...artifact } of read.programs) {
    const program = await putProgram(tx, artifact, analysis);
    await tx
      .insertInto('image_programs')
      .values({ build_id: build, program_id: program })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Stores a layer, also in the place of a damaged one; returns its row. */
async function putLayer(tx: Kysely<Tables>, { diffId, content }: KeptLayer): Promise<number> {
  const values = { content, seal: sealOfContent(content) };
  const { id } = await tx
    .insertInto('layer_contents')
    .values({ diff_id: diffId, ...values })
    .onConflict((conflict) => conflict.column('diff_id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * What was read of the image in this row of `builds`; null: nothing was. `build` of its programs is the newest build of the
 * same file, else the newest one with the same build id. Failures: image.contents-damaged.
 */
export async function getImageContents(db: Kysely<Tables>, build: number): Promise<ImageContents | null> {
  const row = await db
    .selectFrom('image_contents')
    .where('build_id', '=', build)
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  const contents = row.seal === sealOfContent(row.content) ? parsed(row.content) : null;
  if (!contents) throw failure('image.contents-damaged', { id: buildId(build) });
  return { ...contents, programs: await linkedToBuilds(db, contents.programs) };
}

/** Of an earlier Burrow, whose shape was another one, nothing can be shown either: null. */
function parsed(content: string): ImageContents | null {
  const found = imageContents.safeParse(JSON.parse(content));
  return found.success ? found.data : null;
}

/**
 * The layers of the image in this row of `builds`, each once, in no order; of `wanted`, those. Failures: image.contents-damaged.
 */
export async function getImageLayers(
  db: Kysely<Tables>,
  build: number,
  wanted?: readonly string[],
): Promise<KeptLayer[]> {
  let found = db
    .selectFrom('image_layer_contents')
    .innerJoin('layer_contents', 'layer_contents.id', 'image_layer_contents.layer_id')
    .where('build_id', '=', build)
    .select(['diff_id', 'content', 'seal']);
  if (wanted) found = found.where('diff_id', 'in', wanted);
  return (await found.execute()).map(({ diff_id: diffId, content, seal }) => {
    if (sealOfContent(content) !== seal) throw failure('image.contents-damaged', { id: buildId(build) });
    return { diffId, content };
  });
}

/** Removes the layers that no image has any more, inside a transaction. */
export async function dropUnusedLayers(tx: Kysely<Tables>): Promise<void> {
  await sql`DELETE FROM layer_contents WHERE NOT EXISTS
    (SELECT 1 FROM image_layer_contents WHERE layer_id = layer_contents.id)`.execute(tx);
}

/** Of how many of these builds there is something that was read of an image. */
export async function imagesRead(db: Kysely<Tables>, ids: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM image_contents
    WHERE build_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return rows[0]?.count ?? 0;
}
