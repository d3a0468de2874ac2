import type { BuildDetail } from '#contract/build';
import { recordedBytes } from '#contract/series';
import type { PartKind } from '#contract/report/part';
import { programTree } from '#contract/report/program-tree';

/** One part in several builds. */
export interface PartRow {
  key: string;
  kind: PartKind;
  name: string;
  /** One for each build; null: that build does not have it. undefined: its parts are not known. */
  bytes: readonly (number | null | undefined)[];
  /** From the first build to the last; undefined: not known. */
  change: number | undefined;
  rows: readonly PartRow[];
}

interface Part {
  key: string;
  kind: PartKind;
  name: string;
  bytes: number;
  parts: readonly Part[];
}

/**
 * The parts of several builds: modules with their packages, or layers of images. The most different come first. Pure.
 */
export function partTable(builds: readonly BuildDetail[]): PartRow[] {
  return rowsOf(builds.map((build) => (build.image ? layersOf(build) : programParts(build))));
}

/** The sizes of the builds themselves. Pure. */
export function totals(builds: readonly BuildDetail[]): Pick<PartRow, 'bytes' | 'change'> {
  const bytes = builds.map((build) => recordedBytes(build) ?? undefined);
  return { bytes, change: changeOf(bytes) };
}

/** undefined: they are not known. */
function programParts(build: BuildDetail): readonly Part[] | undefined {
  return build.packages.length === 0 ? undefined : programTree(build);
}

/** Layers of one step are told apart by their order. */
function layersOf({ image }: BuildDetail): Part[] {
  const seen = new Map<string, number>();
  return (image?.layers ?? []).map(({ createdBy, diffId, bytes }) => {
    const name = createdBy ?? diffId;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { key: `${name} ${nth}`, kind: 'layers', name, bytes: bytes ?? 0, parts: [] };
  });
}

function rowsOf(builds: readonly (readonly Part[] | undefined)[]): PartRow[] {
  const columns = builds.map((parts) => parts && new Map(parts.map((part) => [part.key, part])));
  const known = new Map(columns.flatMap((column) => [...(column ?? [])]));
  return [...known.values()]
    .map(({ key, kind, name }): PartRow => {
      const parts = columns.map((column) => column && (column.get(key) ?? null));
      const bytes = parts.map((part) => part && part.bytes);
      const within = parts.map((part) => (part === null ? [] : part?.parts));
      return { key, kind, name, bytes, change: changeOf(bytes), rows: rowsOf(within) };
    })
    .toSorted((x, y) => rangeOf(y) - rangeOf(x) || largest(y) - largest(x));
}

function changeOf(bytes: PartRow['bytes']): number | undefined {
  const [first, last] = [bytes[0], bytes.at(-1)];
  return first === undefined || last === undefined ? undefined : (last ?? 0) - (first ?? 0);
}

function largest({ bytes }: PartRow): number {
  return Math.max(0, ...bytes.map((each) => each ?? 0));
}

/** How far the largest and the smallest size are apart. */
function rangeOf(row: PartRow): number {
  return largest(row) - Math.min(...row.bytes.filter((each) => each !== undefined).map((each) => each ?? 0));
}
