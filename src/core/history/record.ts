import type { Build, BuildDetail } from '#contract/builds';

/** A build that is not in the history yet: everything but its id. */
export type BuildRecord = Omit<BuildDetail, 'id'>;

/** The id that people see of row `row`: `b12`. */
export function buildId(row: number): string {
  return `b${row}`;
}

/** The row of an id as people write it; null when it is no id of ours. */
export function buildRow(id: string): number | null {
  const digits = /^b([1-9]\d{0,14})$/.exec(id.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The build without its long parts, as lists show it. */
export function summaryOf(detail: BuildDetail): Build {
  const { modules: _m, sections: _s, buckets: _b, packages: _p, ...build } = detail;
  return build;
}
