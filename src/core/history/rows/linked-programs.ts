import { type Kysely, sql } from 'kysely';
import type { ImageProgram } from '#contract/image-contents';
import { buildId } from './record.ts';
import type { Tables } from './tables.ts';

/**
 * Programs of an image with the newest build that made each, without forgotten ones: that of the same file, else one with the same
 * build id, since a copy that was stripped keeps it.
 */
export async function linkedToBuilds(
  db: Kysely<Tables>,
  programs: readonly ImageProgram[],
): Promise<ImageProgram[]> {
  if (programs.length === 0) return [];
  const byContent = await newestBuilds(
    db,
    'sha256',
    programs.map(({ sha256 }) => sha256),
  );
  const byBuildId = await newestBuilds(
    db,
    'go_build_id',
    programs.flatMap((each) => (isUnique(each.buildId) ? each.buildId : [])),
  );
  return programs.map((each) => {
    const same = byContent.get(each.sha256);
    if (same !== undefined) return { ...each, build: same, buildBy: 'content' };
    const changed = byBuildId.get(each.buildId ?? '');
    if (changed !== undefined) return { ...each, build: changed, buildBy: 'build-id' };
    return { ...each, build: null, buildBy: null };
  });
}

/**
 * Whether a build id is one that the go command computed: four hashes of 20 characters (cmd/go/internal/work/buildid.go). What
 * `-ldflags=-buildid=redacted` sets is that of many programs. Pure.
 */
function isUnique(id: string | null): id is string {
  return id !== null && /^[\w-]{20}(\/[\w-]{20}){3}$/.test(id);
}

const indexes = { sha256: sql`programs`, go_build_id: sql`programs INDEXED BY programs_by_go_build_id` };

/** The newest build, without forgotten ones, of the programs with these values in a column, by the value. */
async function newestBuilds(
  db: Kysely<Tables>,
  column: 'sha256' | 'go_build_id',
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ value: string; id: number }>`
    SELECT value, max(builds.id) AS id
    FROM json_each(${JSON.stringify(values)}) CROSS JOIN ${indexes[column]} ON programs.${sql.ref(column)} = value
    CROSS JOIN builds INDEXED BY builds_by_program ON builds.program_id = programs.id
    WHERE builds.forgotten_at IS NULL GROUP BY value`.execute(db);
  return new Map(rows.map(({ value, id }) => [value, buildId(id)]));
}
