import type { Kysely } from 'kysely';
import type { Build } from '#contract/build';
import type { ImageFacts } from '#contract/images';
import { encodeDockerfile } from './image-dockerfile.ts';
import { deriveBuilds } from './derive.ts';
import { putProgram } from './programs.ts';
import { putProject } from './projects.ts';
import type { BuildRecord } from './record.ts';
import { sealBuilds } from './seals.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Writes a build and everything that belongs to it in one transaction. Returns its row number. */
export function addBuild(db: Kysely<Tables>, record: BuildRecord, now: string): Promise<number> {
  return inTransaction(db, (tx) => putBuild(tx, record, now));
}

/** Writes a build inside a transaction, under a number that is free or, without `id`, under the next one. */
export async function putBuild(
  tx: Kysely<Tables>,
  record: BuildRecord,
  now: string,
  { id: wanted, forgottenAt = null }: { id?: number; forgottenAt?: string | null } = {},
): Promise<number> {
  const project = record.project === null ? null : await putProject(tx, record.project, now);
  const program = record.artifact === null ? null : await putProgram(tx, record.artifact, record);
  return putRow(tx, record, { project, program }, { wanted, forgottenAt });
}

/** Writes the row of a build, whose project and program have the rows `of`, inside a transaction. Returns its number. */
export async function putRow(
  tx: Kysely<Tables>,
  record: Omit<Build, 'id'>,
  of: { project: number | null; program: number | null },
  { wanted, forgottenAt }: { wanted?: number | undefined; forgottenAt: string | null },
): Promise<number> {
  const { id } = await tx
    .insertInto('builds')
    .values({
      ...(wanted === undefined ? {} : { id: wanted }),
      kind: record.kind,
      status: record.status,
      started_at: record.startedAt,
      built_at: record.builtAt?.at ?? null,
      built_from: record.builtAt?.from ?? null,
      duration_ms: record.durationMs,
      exit_code: record.exitCode,
      project_id: of.project,
      subject: record.subject,
      main_module: record.mainModule,
      stripped: flag(record.stripped),
      go_version: record.goVersion,
      target: record.target,
      cgo: flag(record.cgo),
      flags: JSON.stringify(record.flags),
      vcs_commit: record.vcs?.commit ?? null,
      vcs_dirty: flag(record.vcs?.dirty ?? null),
      vcs_branch: record.vcs?.branch ?? null,
      vcs_tag: record.vcs?.tag ?? null,
      artifact_path: record.artifact?.path ?? null,
      program_id: of.program,
      log_tail: record.logTail,
      built_by: record.builtBy,
      name: record.name,
      note: record.note,
      pinned: Number(record.pinned),
      forgotten_at: forgottenAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (record.image) await putImage(tx, id, record.image);
  await sealBuilds(tx, [id]);
  await deriveBuilds(tx, [id]);
  return id;
}

/** Marks a build as forgotten at this time (ISO 8601), or, with null, as not forgotten. */
export function setForgotten(db: Kysely<Tables>, id: number, at: string | null): Promise<void> {
  return inTransaction(db, (tx) => markForgotten(tx, id, at));
}

/** As `setForgotten`, inside a transaction. */
export async function markForgotten(tx: Kysely<Tables>, id: number, at: string | null): Promise<void> {
  await tx.updateTable('builds').set({ forgotten_at: at }).where('id', '=', id).execute();
  await sealBuilds(tx, [id]);
  await deriveBuilds(tx, [id]);
}

async function putImage(tx: Kysely<Tables>, buildId: number, image: ImageFacts): Promise<void> {
  await tx
    .insertInto('images')
    .values({
      build_id: buildId,
      ref: image.ref,
      config_digest: image.id,
      repo_digest: image.repoDigest,
      platform: image.platform,
      created_at: image.createdAt,
      engine_name: image.engine.name,
      engine_version: image.engine.version,
      engine_store: image.engine.store,
      engine_endpoint: image.engine.endpoint,
      image_file_bytes: image.sizes.fileBytes,
      image_tar_bytes: image.sizes.tarBytes,
      image_compressed_bytes: image.sizes.compressedBytes,
      image_engine_reported: image.sizes.engineReported,
      dockerfile: encodeDockerfile(image),
    })
    .execute();
  for (const [position, layer] of image.layers.entries()) {
    const name = { diff_id: layer.diffId, created_by: layer.createdBy ?? '' };
    await tx
      .insertInto('layers')
      .values(name)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('image_layers')
      .columns(['build_id', 'position', 'layer_id', 'engine_reported_bytes'])
      .expression((from) =>
        from
          .selectFrom('layers')
          .where('diff_id', '=', name.diff_id)
          .where('created_by', '=', name.created_by)
          .select((value) => [
            value.val(buildId).as('build_id'),
            value.val(position).as('position'),
            'layers.id',
            value.val(layer.bytes).as('engine_reported_bytes'),
          ]),
      )
      .execute();
  }
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
