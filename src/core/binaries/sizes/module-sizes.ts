import type { Inspection, PackageSize } from '#contract/binaries';
import { moduleOfPackage, standardModule } from '#contract/module-of-package';
import type { BuildFacts } from '../build-info/index.ts';

export type ModuleSizes = Pick<Inspection, 'mainModule' | 'modules' | 'standardLibrary'>;

/**
 * Divides the packages among the modules: each belongs to the module with the longest path that is its own or above it,
 * `main` to the main module, and packages whose path begins without a dot to the standard library. Packages of no
 * recorded module (`vendor/` without modules), generated code and C belong to none. Pure.
 */
export function sizeModules(
  { mainModule, modules }: Pick<BuildFacts, 'mainModule' | 'modules'>,
  packages: readonly PackageSize[],
): ModuleSizes {
  const shares = new Map<string, { packages: number; bytes: number }>();
  const share = (path: string) => shares.get(path) ?? { packages: 0, bytes: 0 };
  const paths = new Set([...modules, ...(mainModule ? [mainModule] : [])].map((each) => each.path));
  for (const { path, bytes } of packages) {
    const owner = moduleOfPackage(path, paths, mainModule?.path ?? null);
    if (owner === null) continue;
    const before = share(owner);
    shares.set(owner, { packages: before.packages + 1, bytes: before.bytes + bytes });
  }
  return {
    mainModule: mainModule && { ...mainModule, ...share(mainModule.path) },
    modules: modules.map((each) => ({ ...each, ...share(each.path) })),
    standardLibrary: share(standardModule),
  };
}
