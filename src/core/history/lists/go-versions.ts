import { type RawBuilder, sql } from 'kysely';
import { goRank } from '../rows/index.ts';

/**
 * The builds with a Go version: `go1.26` or `1.26` is every release of that minor version, `go1.26.1` only that one. Before
 * Go 1.21, `go1.20` was a release itself; `go1.20.0` names it alone.
 */
export function builtWith(wanted: string): RawBuilder<unknown> {
  const version = /^\d/.test(wanted) ? `go${wanted}` : wanted;
  if (minorOf(version) === version) {
    return sql`builds.go_rank BETWEEN ${goRank(version)} AND ${goRank(`${version}.999`)}`;
  }
  const same = JSON.stringify([version, version.replace(/^(go\d+\.\d+)\.0$/, '$1')]);
  return sql`builds.go_rank = ${goRank(version)}
    AND builds.go_version IN (SELECT value FROM json_each(${same}))`;
}

/** `go1.26` of go1.26.1 and go1.26; null: it is no release, as go1.26rc1. Pure. */
export function minorOf(version: string): string | null {
  return /^(go\d{1,3}\.\d{1,3})(?:\.\d{1,3})?(?=$|[-+ ])/.exec(version)?.[1] ?? null;
}

/** The values with one for each minor version of which there are several releases. Pure. */
export function withMinors(versions: readonly (string | null)[]): (string | null)[] {
  const releases = new Map<string, Set<string>>();
  for (const version of new Set(versions)) {
    const minor = version === null ? null : minorOf(version);
    if (version === null || minor === null) continue;
    releases.set(minor, (releases.get(minor) ?? new Set()).add(version));
  }
  return versions.flatMap((version) => {
    const minor = version === null ? null : minorOf(version);
    const isAlone = minor === null || releases.get(minor)?.size === 1;
    return isAlone || version === minor ? [version] : [version, minor];
  });
}
