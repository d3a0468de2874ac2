import type { GoModule, PackageSize } from '#contract/binaries';
import type { BuildDetail, ModuleDelta } from '#contract/builds';
import { moduleOfPackage } from '#core/binaries';
import { delta } from './delta.ts';

type Side = Pick<BuildDetail, 'goVersion' | 'mainModule' | 'modules' | 'packages'>;

/**
 * Compares the modules of two programs: those whose version or size differs, largest change first, and the number of the
 * others. A module's size is that of its packages; a `replace` counts as a version. Sizes are null if those of one side
 * are not known. Pure.
 */
export function compareModules(a: Side, b: Side): { modules: ModuleDelta[]; unchangedModules: number } {
  const [left, right] = [modulesOf(a), modulesOf(b)];
  const sized = a.packages.length > 0 && b.packages.length > 0;
  const all = [...new Set([...left.keys(), ...right.keys()])].map((key): ModuleDelta => {
    const [before, after] = [left.get(key), right.get(key)];
    const { path, kind } = before ?? after ?? { path: key, kind: 'dependency' };
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

interface Sized extends Pick<ModuleDelta, 'path' | 'kind'> {
  version: string | null;
  bytes: number;
}

/** By a key that is the path, or the kind of what has none. */
function modulesOf({ goVersion, mainModule, modules, packages }: Side): Map<string, Sized> {
  const found = new Map<string, Sized>();
  for (const each of modules) {
    found.set(each.path, { path: each.path, kind: 'dependency', version: versionOf(each), bytes: 0 });
  }
  const paths = new Set([...found.keys(), ...(mainModule === null ? [] : [mainModule])]);
  for (const { path, bytes } of packages) {
    const owner = ownerOf(path, moduleOfPackage(path, paths, mainModule), mainModule);
    const known = found.get(owner.key) ?? { ...owner.module, version: null, bytes: 0 };
    if (known.kind === 'standard-library') known.version = goVersion;
    found.set(owner.key, { ...known, bytes: known.bytes + bytes });
  }
  return found;
}

function ownerOf(path: string, module: string | null, mainModule: string | null) {
  const kind = kindOf(path, module, mainModule);
  const named = kind === 'main' || kind === 'dependency' ? (module ?? '') : '';
  return { key: named || `(${kind})`, module: { path: named, kind } };
}

/** Packages of no recorded module count as the program's own. */
function kindOf(
  path: PackageSize['path'],
  module: string | null,
  mainModule: string | null,
): ModuleDelta['kind'] {
  if (module === '') return 'standard-library';
  if (path.startsWith('(C)')) return 'c';
  if (path.startsWith('(')) return 'generated';
  return module === null || module === mainModule ? 'main' : 'dependency';
}

/** `v1.2.3`; for a replaced module followed by its replacement, written as in go.mod. */
function versionOf({ version, replacedBy }: GoModule): string {
  return replacedBy ? `${version} => ${[replacedBy.path, replacedBy.version].join(' ').trim()}` : version;
}
