import type { Build, BuildDetail } from '#contract/builds';

/** A build that is not in the history yet: everything but its id. */
export type BuildRecord = Omit<BuildDetail, 'id'>;

/** The id that people see of row `row`: `b12`. */
export function buildId(row: number): string {
  return `b${row}`;
}

/** The id that people mean by `b12`, `B12` or `12`: `b12`. null: the text is not the id of a build. */
export function readBuildId(text: string): string | null {
  const digits = /^b?(0|[1-9]\d*)$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : `b${digits}`;
}

/** The build without its long parts, as lists show it. */
export function summaryOf(detail: BuildDetail): Build {
  const { modules: _m, sections: _s, buckets: _b, packages: _p, ...build } = detail;
  return build;
}
