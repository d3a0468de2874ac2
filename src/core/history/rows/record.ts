import type { Build, BuildDetail } from '#contract/build';

/** A build that is not in the history yet, and so has no id. */
export type BuildRecord = Omit<BuildDetail, 'id'>;

/** Of a build of which nobody has said anything, and of which it is not known who built it. */
export const unsaid = { builtBy: null, name: null, note: null, pinned: false } satisfies Partial<Build>;

/** The id of a row as users see it: `b12`. */
export function buildId(row: number): string {
  return `b${row}`;
}

/** The ids of these rows, each once, in the order of their numbers. */
export function idsOf(rows: readonly number[]): string[] {
  return [...new Set(rows)].toSorted((a, b) => a - b).map(buildId);
}

/** Parses an id as users may write it: `b12` for `b12`, `B12` or `12`. null: it is not the id of a build. */
export function readBuildId(text: string): string | null {
  const digits = /^b?(0|[1-9]\d*)$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : `b${digits}`;
}

/** The build without its long parts, as in lists. */
export function summaryOf(detail: BuildDetail): Build {
  const {
    mainPackage: _main,
    settings: _set,
    modules: _m,
    sections: _s,
    buckets: _b,
    packages: _p,
    packagesMissing: _missing,
    owned: _o,
    unowned: _u,
    embedded: _e,
    runs: _r,
    buildId: _id,
    analysis: _a,
    ...build
  } = detail;
  return build;
}
