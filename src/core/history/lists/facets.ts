import { type Kysely, sql } from 'kysely';
import type { Facets } from '#contract/listed-builds';
import { type Tables, projectRow } from '../rows/index.ts';
import { withMinors } from './go-versions.ts';

/** So many of the newest builds are counted. */
const maxCounted = 20_000;

/** So many different values are returned. */
const maxValues = 200;

type Fields = Record<
  'subjects' | 'targets' | 'goVersions' | 'branches' | 'tags' | 'flags' | 'statuses' | 'kinds',
  Facets
>;

/** What builds have in the fields that a filter may ask for. `project`: an absolute path; without one, of all. */
export async function facetsOf(
  db: Kysely<Tables>,
  project: string | undefined,
): Promise<Fields & { counted: number; whole: boolean }> {
  const own = project === undefined ? null : await projectRow(db, project);
  let newest = db
    .selectFrom('builds')
    .where('forgotten_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maxCounted + 1)
    .select(['subject', 'target', 'go_version', 'vcs_branch', 'vcs_tag', 'flags', 'status', 'kind']);
  if (own !== null) newest = newest.where('project_id', '=', own);
  const found = await newest.execute();
  const rows = found.slice(0, maxCounted);
  const of = (column: 'subject' | 'target' | 'vcs_branch' | 'vcs_tag' | 'status' | 'kind') =>
    frequent(rows.map((row) => row[column]));
  return {
    counted: rows.length,
    whole: found.length <= maxCounted,
    subjects: of('subject'),
    targets: of('target'),
    goVersions: frequent(withMinors(rows.map(({ go_version }) => go_version))),
    branches: of('vcs_branch'),
    tags: of('vcs_tag'),
    flags: frequent(rows.flatMap(({ flags }) => flagsIn(flags))),
    statuses: of('status'),
    kinds: of('kind'),
  };
}

/** The import paths that begin with `text`, of packages in programs of the project, or of all. */
export async function packagesFrom(
  db: Kysely<Tables>,
  { project, text }: { project?: string | undefined; text: string },
): Promise<{ packages: string[]; more: boolean }> {
  const own = project === undefined ? null : await projectRow(db, project);
  const { rows } = await sql<{ path: string }>`
    SELECT path FROM packages WHERE path >= ${text} AND path < ${`${text}\u{10ffff}`}
    ${
      own === null
        ? sql``
        : sql`AND EXISTS (SELECT 1 FROM program_packages CROSS JOIN builds INDEXED BY builds_by_program
          ON builds.program_id = program_packages.program_id
          WHERE package_id = packages.id AND builds.project_id = ${own})`
    }
    ORDER BY path LIMIT ${maxPackages + 1}`.execute(db);
  return { packages: rows.slice(0, maxPackages).map(({ path }) => path), more: rows.length > maxPackages };
}

const maxPackages = 50;

function frequent(values: readonly (string | null)[]): Facets {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: sorted.slice(0, maxValues), more: sorted.length > maxValues };
}

/** None if the text is no list, as in a damaged row. */
function flagsIn(json: string): string[] {
  try {
    const flags: unknown = JSON.parse(json);
    return Array.isArray(flags) ? [...new Set(flags.filter((flag) => typeof flag === 'string'))] : [];
  } catch {
    return [];
  }
}
