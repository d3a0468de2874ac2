import type { GoModule } from '#contract/binaries';
import type { Comparison } from '#contract/builds';

/** Which modules were added, removed or changed their version; each list by path. A `replace` counts as a version. */
export function compareModules(a: readonly GoModule[], b: readonly GoModule[]): Comparison['modules'] {
  const left = new Map(a.map((each) => [each.path, each]));
  const right = new Map(b.map((each) => [each.path, each]));
  const changed: Comparison['modules']['changed'] = [];
  let unchanged = 0;
  for (const [path, before] of left) {
    const after = right.get(path);
    if (!after) continue;
    const versions = { a: versionOf(before), b: versionOf(after) };
    if (versions.a === versions.b) unchanged += 1;
    else changed.push({ path, ...versions });
  }
  return {
    added: byPath([...right.values()].filter(({ path }) => !left.has(path))),
    removed: byPath([...left.values()].filter(({ path }) => !right.has(path))),
    changed: byPath(changed),
    unchanged,
  };
}

/** `v1.2.3`; for a replaced module followed by its replacement, written as in go.mod. */
function versionOf({ version, replacedBy }: GoModule): string {
  return replacedBy ? `${version} => ${[replacedBy.path, replacedBy.version].join(' ').trim()}` : version;
}

function byPath<T extends { path: string }>(modules: T[]): T[] {
  return modules.toSorted((x, y) => (x.path < y.path ? -1 : 1));
}
