import type { Kysely } from 'kysely';
import { type Build, build } from '#contract/builds';
import type { ImageFacts } from '#contract/images';
import { buildId } from './record.ts';
import type { Tables } from './tables.ts';

/** Which builds to list: those that match all given fields, at most `limit`. */
export interface HistoryFilter {
  project?: string | undefined;
  subject?: string | undefined;
  kind?: Build['kind'] | undefined;
  limit?: number | undefined;
}

/** Lists builds, newest first, without forgotten ones; `total` ignores the limit. */
export async function listBuilds(
  db: Kysely<Tables>,
  filter: HistoryFilter,
): Promise<{ builds: Build[]; total: number }> {
  let wanted = db
    .selectFrom('builds')
    .leftJoin('projects', 'projects.id', 'builds.project_id')
    .where('forgotten_at', 'is', null);
  if (filter.project !== undefined) wanted = wanted.where('projects.path', '=', filter.project);
  if (filter.subject !== undefined) wanted = wanted.where('subject', '=', filter.subject);
  if (filter.kind !== undefined) wanted = wanted.where('kind', '=', filter.kind);
  const { total } = await wanted
    .select((value) => value.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = wanted.select('builds.id').orderBy('started_at', 'desc').orderBy('builds.id', 'desc');
  if (filter.limit !== undefined) page = page.limit(filter.limit);
  const ids = (await page.execute()).map((row) => row.id);
  return { builds: await readBuilds(db, ids), total };
}

/** One build by its row, even if it is forgotten; null if there is none. */
export async function findBuild(
  db: Kysely<Tables>,
  row: number,
): Promise<{ build: Build; programId: number | null; forgotten: boolean } | null> {
  const kept = await db
    .selectFrom('builds')
    .where('id', '=', row)
    .select(['program_id', 'forgotten_at'])
    .executeTakeFirst();
  const [found] = kept ? await readBuilds(db, [row]) : [];
  if (!kept || !found) return null;
  return { build: found, programId: kept.program_id, forgotten: kept.forgotten_at !== null };
}

/** Per statement; SQLite allows at most 32,766 parameters. */
const maxIds = 10_000;

async function readBuilds(db: Kysely<Tables>, ids: readonly number[]): Promise<Build[]> {
  const builds: Build[] = [];
  for (let at = 0; at < ids.length; at += maxIds) {
    const some = ids.slice(at, at + maxIds);
    const images = await readImages(db, some);
    const rows = await db
      .selectFrom('builds')
      .leftJoin('projects', 'projects.id', 'builds.project_id')
      .leftJoin('programs', 'programs.id', 'builds.program_id')
      .where('builds.id', 'in', some)
      .selectAll('builds')
      .select(['projects.path as project_path', 'programs.sha256', 'programs.artifact_bytes'])
      .orderBy('started_at', 'desc')
      .orderBy('builds.id', 'desc')
      .execute();
    for (const row of rows) {
      builds.push({
        id: buildId(row.id),
        kind: build.shape.kind.parse(row.kind),
        status: build.shape.status.parse(row.status),
        startedAt: row.started_at,
        durationMs: row.duration_ms,
        exitCode: row.exit_code,
        project: row.project_path,
        subject: row.subject,
        goVersion: row.go_version,
        target: row.target,
        cgo: row.cgo === null ? null : row.cgo === 1,
        flags: build.shape.flags.parse(JSON.parse(row.flags)),
        vcs:
          row.vcs_commit === null
            ? null
            : {
                commit: row.vcs_commit,
                dirty: row.vcs_dirty === null ? null : row.vcs_dirty === 1,
                branch: row.vcs_branch,
              },
        artifact:
          row.artifact_path === null || row.sha256 === null || row.artifact_bytes === null
            ? null
            : { path: row.artifact_path, bytes: row.artifact_bytes, sha256: row.sha256 },
        image: images.get(row.id) ?? null,
        logTail: row.log_tail,
      });
    }
  }
  return builds;
}

async function readImages(db: Kysely<Tables>, ids: readonly number[]): Promise<Map<number, ImageFacts>> {
  const rows = await db.selectFrom('images').where('build_id', 'in', ids).selectAll().execute();
  const layerRows = await db
    .selectFrom('image_layers')
    .innerJoin('layers', 'layers.id', 'image_layers.layer_id')
    .where('build_id', 'in', ids)
    .orderBy('build_id')
    .orderBy('position')
    .select(['build_id', 'diff_id', 'created_by', 'engine_reported_bytes'])
    .execute();
  const layersOf = Map.groupBy(layerRows, (row) => row.build_id);
  return new Map(
    rows.map((row) => [
      row.build_id,
      {
        ref: row.ref,
        id: row.config_digest,
        repoDigest: row.repo_digest,
        platform: row.platform,
        createdAt: row.created_at,
        engine: {
          name: row.engine_name,
          version: row.engine_version,
          store: row.engine_store,
          endpoint: row.engine_endpoint,
        },
        sizes: {
          fileBytes: row.image_file_bytes,
          tarBytes: row.image_tar_bytes,
          compressedBytes: row.image_compressed_bytes,
          engineReported: row.image_engine_reported,
        },
        layers: (layersOf.get(row.build_id) ?? []).map((layer) => ({
          diffId: layer.diff_id,
          createdBy: layer.created_by || null,
          bytes: layer.engine_reported_bytes,
        })),
      },
    ]),
  );
}

/** Go version → when a build last ran here with it (ISO 8601); recorded files do not count. */
export async function lastBuilds(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('builds')
    .where('status', '<>', 'recorded')
    .where('go_version', 'is not', null)
    .groupBy('go_version')
    .select((value) => ['go_version', value.fn.max('started_at').as('last')])
    .execute();
  return new Map(rows.map(({ go_version, last }) => [go_version ?? '', last]));
}
