import type { ProgramRow } from '#contract/image-comparison';
import type { ImageProgram } from '#contract/image-contents';

/**
 * The Go programs of both images: the same one is at the same path, or has the same content, or is the only one of its main
 * module on both sides. Largest first. Pure.
 */
export function comparePrograms(a: readonly ImageProgram[], b: readonly ImageProgram[]): ProgramRow[] {
  const rows: ProgramRow[] = [];
  let [left, right] = [[...a], [...b]];
  const pairBy = (keyOf: (program: ImageProgram) => string | null) => {
    for (const [key, [mine, ...more]] of Map.groupBy(left, keyOf)) {
      const [other, ...others] = key === null ? [] : right.filter((each) => keyOf(each) === key);
      if (!mine || !other || more.length + others.length > 0) continue;
      rows.push(row(mine, other));
      left = left.filter((each) => each !== mine);
      right = right.filter((each) => each !== other);
    }
  };
  pairBy(({ path }) => path);
  pairBy(({ sha256 }) => sha256);
  pairBy(({ path, module }) => module && `${module} ${path.slice(path.lastIndexOf('/'))}`);
  pairBy(({ module }) => module);
  rows.push(...left.map((each) => row(each, null)), ...right.map((each) => row(null, each)));
  return rows.toSorted((x, y) => weight(y) - weight(x) || (pathOf(x) < pathOf(y) ? -1 : 1));
}

function row(a: ImageProgram | null, b: ImageProgram | null): ProgramRow {
  return { a: a && side(a), b: b && side(b), same: a !== null && b !== null && a.sha256 === b.sha256 };
}

function side({ layer: _layer, buildBy, ...program }: ImageProgram): NonNullable<ProgramRow['a']> {
  return { ...program, path: `/${program.path}`, build: buildBy === 'content' ? program.build : null };
}

function weight({ a, b }: ProgramRow): number {
  return Math.max(a?.bytes ?? 0, b?.bytes ?? 0);
}

function pathOf({ a, b }: ProgramRow): string {
  return (b ?? a)?.path ?? '';
}
