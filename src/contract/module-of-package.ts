import type { ModuleDelta } from './comparison.ts';

/** Stands for the standard library; no module has this path. */
export const standardModule = '';

/**
 * The path of the module that a package belongs to: of `modules` and `main`, the main module. The empty text for the
 * standard library; null for packages of no known module, generated code and C. Pure.
 */
export function moduleOfPackage(
  path: string,
  modules: ReadonlySet<string>,
  main: string | null,
): string | null {
  if (path.startsWith('(')) return null;
  if (path === 'main') return main;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = path.slice(0, end);
    if (modules.has(above)) return above;
  }
  return /^[^./]*(\/|$)/.test(path) ? standardModule : null;
}

/** Whose a package is: a module's, or what takes the place of one. */
export interface Owner {
  kind: ModuleDelta['kind'];
  /** The module's path; the empty text for the other kinds. */
  path: string;
}

/**
 * Whose a package is, given its module as `moduleOfPackage` tells it. Packages of no recorded module count as the main
 * module's. Pure.
 */
export function ownerIn(module: string | null, path: string, main: string | null): Owner {
  if (module === standardModule) return { kind: 'standard-library', path: '' };
  if (path.startsWith('(C)')) return { kind: 'c', path: '' };
  if (path.startsWith('(')) return { kind: 'generated', path: '' };
  if (module === null || module === main) return { kind: 'main', path: main ?? '' };
  return { kind: 'dependency', path: module };
}
