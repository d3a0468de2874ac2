import type { ModuleDelta } from '#contract/builds';
import { delta } from './delta.ts';
import type { Side } from './sides.ts';

/** The bytes and the version of an owner of packages on one side. */
export interface Owned extends Pick<ModuleDelta, 'path' | 'kind'> {
  version: string | null;
  bytes: number;
  recorded: boolean;
}

/** What each owner owns, by its key; recorded modules also if no package of theirs is in the program. Pure. */
export function ownedBy({ build, packages, ownerOf, versions }: Side): Map<string, Owned> {
  const found = new Map<string, Owned>();
  for (const [path, version] of versions) {
    found.set(path, { path, kind: 'dependency', version, bytes: 0, recorded: true });
  }
  for (const { path, bytes } of packages) {
    const { key, ...owner } = ownerOf(path);
    const version = owner.kind === 'standard-library' ? build.goVersion : null;
    const known = found.get(key) ?? { ...owner, version, bytes: 0 };
    found.set(key, { ...known, bytes: known.bytes + bytes });
  }
  return found;
}

/**
 * Compares the modules of two programs: those whose version or size differs, largest change first, and the number of the
 * others. A module's size is that of its packages; a `replace` counts as a version. Sizes are null if those of one side
 * are not known. Pure.
 */
export function compareModules(a: Side, b: Side): { modules: ModuleDelta[]; unchangedModules: number } {
  const [left, right] = [ownedBy(a), ownedBy(b)];
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
  const modules = all
    .filter((each) => each.versionA !== each.versionB || (each.change ?? 0) !== 0)
    .toSorted((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0) || (x.path < y.path ? -1 : 1));
  return { modules, unchangedModules: all.length - modules.length };
}

/** A module that one side does not have is null there and counts as 0. */
function sizes(a: number | undefined, b: number | undefined, sized: boolean) {
  if (!sized) return delta(null, null);
  return { ...delta(a ?? 0, b ?? 0), a: a ?? null, b: b ?? null };
}
