import type { ModuleDelta } from '#contract/comparison';
import { delta } from './delta.ts';
import type { Comparable } from './sides.ts';
import { withoutModule } from './without-module.ts';

/**
 * Compares the modules of two programs: those whose version or size differs, with what belongs to none, largest change
 * first, and the number of the others. A module's size is that of its packages; a `replace` counts as a version. Sizes
 * are null if those of one side are not known. Pure.
 */
export function compareModules(sides: Comparable): { modules: ModuleDelta[]; unchangedModules: number } {
  const { a, b } = sides;
  const [left, right] = [a.owned, b.owned];
  const sized = a.packages.length > 0 && b.packages.length > 0;
  const all = [...new Set([...left.keys(), ...right.keys()])].map((key): ModuleDelta => {
    const [before, after] = [left.get(key), right.get(key)];
    const { path, kind } = after ?? before ?? { path: key, kind: 'dependency' };
    return {
      path,
      kind,
      versionA: before?.version ?? null,
      versionB: after?.version ?? null,
      ...sizes(before?.bytes, after?.bytes, sized),
    };
  });
  const changed = all.filter((each) => each.versionA !== each.versionB || (each.change ?? 0) !== 0);
  const modules = [...changed, ...withoutModule(sides)].toSorted(
    (x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0) || (x.path < y.path ? -1 : 1),
  );
  return { modules, unchangedModules: all.length - changed.length };
}

/** A module that one side does not have is null there and counts as 0. */
function sizes(a: number | undefined, b: number | undefined, sized: boolean) {
  if (!sized) return delta(null, null);
  return { ...delta(a ?? 0, b ?? 0), a: a ?? null, b: b ?? null };
}
