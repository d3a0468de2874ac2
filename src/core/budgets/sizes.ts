import type { BuildDetail } from '#contract/build';
import { moduleOfPackage } from '#core/binaries';
import type { Part } from './budget.ts';
import { matchesPattern } from './pattern.ts';

/** A part of a program that a budget is for, with its size; a module by its own path. */
export interface Sized {
  part: Part;
  bytes: number;
}

/** The name of the standard library in burrow.toml: that of its packages together in `go list std`. */
const standardLibrary = 'std';

/**
 * The sizes that a budget for this part limits: one, or of a pattern one for each module that matches it. A module that is
 * not in the program takes 0 bytes. null: what modules take is not known. Pure.
 */
export function sizesOf(detail: BuildDetail, part: Part): Sized[] | null {
  if (part.kind === 'total') return [{ part, bytes: detail.artifact?.bytes ?? 0 }];
  if (part.kind === 'bucket') {
    const found = detail.buckets.find(({ name }) => name === part.name);
    return found ? [{ part, bytes: found.bytes }] : null;
  }
  if (detail.packages.length === 0) return null;
  const sizes = moduleSizes(detail);
  if (!part.name.includes('*')) return [{ part, bytes: sizes.get(part.name) ?? 0 }];
  return [...sizes]
    .filter(([name]) => matchesPattern(part.name, name))
    .map(([name, bytes]) => ({ part: { kind: 'module', name }, bytes }));
}

/** Whether a program has a module of this name, or one that the pattern matches; true where its modules are not known. Pure. */
export function hasModule(detail: BuildDetail, name: string): boolean {
  return (
    detail.packages.length === 0 || [...moduleSizes(detail).keys()].some((path) => matchesPattern(name, path))
  );
}

/** What each module takes, by its path. */
function moduleSizes({ packages, modules, mainModule }: BuildDetail): Map<string, number> {
  const paths = new Set([...modules.map(({ path }) => path), ...(mainModule === null ? [] : [mainModule])]);
  const sizes = new Map([...paths].map((path) => [path, 0]));
  for (const { path, bytes } of packages) {
    const module = moduleOfPackage(path, paths, mainModule);
    if (module === null) continue;
    const name = module === '' ? standardLibrary : module;
    sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  }
  return sizes;
}
