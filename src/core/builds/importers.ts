import { posix } from 'node:path';
import type { BuildDetail } from '#contract/build';
import type { System } from '#core/system';
import { gitOf, importsAt } from './git/index.ts';

type Side = Pick<BuildDetail, 'project' | 'vcs' | 'mainModule' | 'modules' | 'packages' | 'subject'>;

/** So many new modules are asked about; a sentence names one. */
const maxModules = 50;

/**
 * The packages of B's own that import a module which A does not have, by the module's path, as the commit of B says; those
 * that are not in the program do not count. A package is named by its folder, that in the root by the module. Empty
 * where the commit is not all that was built, or not there. Failures: cancelled.
 */
export async function importersOf(
  system: System,
  a: Pick<Side, 'modules'>,
  b: Side,
  signal: AbortSignal | undefined,
): Promise<Map<string, string[]>> {
  const { project, vcs, mainModule } = b;
  if (project === null || mainModule === null || vcs?.dirty !== false) return new Map();
  const before = new Set(a.modules.map(({ path }) => path));
  const added = b.modules.map(({ path }) => path).filter((path) => !before.has(path));
  const imports = await importsAt(gitOf(system, signal), project, vcs.commit, added.slice(0, maxModules));
  const linked = new Set(b.packages.map(({ path }) => path));
  const found = new Map<string, Set<string>>();
  for (const { file, path } of imports) {
    const folder = posix.dirname(file);
    if (!isLinked(folder, b, linked)) continue;
    // Of a module in another one's folder, the imports are its own.
    const module = added
      .filter((each) => path === each || path.startsWith(`${each}/`))
      .toSorted((x, y) => y.length - x.length)[0];
    if (module === undefined) continue;
    const name = folder === '.' ? posix.basename(mainModule) : folder;
    found.set(module, (found.get(module) ?? new Set()).add(name));
  }
  return new Map([...found].map(([module, names]) => [module, [...names].toSorted()]));
}

/** Whether the package in this folder of the module is in the program. The one with `main` has no path of its own there. */
function isLinked(folder: string, { mainModule, subject }: Side, linked: ReadonlySet<string>): boolean {
  const path = folder === '.' ? (mainModule ?? '') : `${mainModule}/${folder}`;
  return linked.has(path) || subject === `./${folder}` || (folder === '.' && subject === mainModule);
}
