/** Elements of an import path that no module's path has: they stand below it. */
const belowModule: ReadonlySet<string> = new Set(['internal', 'cmd', 'pkg']);

/** Hosts on which a repository, and so a module, has two elements after the host. */
const twoElements: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'gitee.com']);

/**
 * The path of a program's main module, which was not stored: what the paths of those packages have in common that belong
 * to no other module (`modules`) and not to the standard library. null: there are none, or they have nothing in common. Pure.
 */
export function mainModuleOf(packages: readonly string[], modules: readonly string[]): string | null {
  const own = packages.filter(
    (path) =>
      path.split('/')[0]?.includes('.') &&
      !path.startsWith('(') &&
      !modules.some((module) => path === module || path.startsWith(`${module}/`)),
  );
  const [first, ...others] = own.map((path) => path.split('/'));
  if (!first) return null;
  const different = first.findIndex((element, i) => others.some((each) => each[i] !== element));
  const common = different < 0 ? first : first.slice(0, different);
  const below = common.findIndex((element) => belowModule.has(element));
  const path = below < 0 ? common : common.slice(0, below);
  const isVersioned = /^v([2-9]|[1-9]\d+)$/.test(path[3] ?? '');
  const elements = twoElements.has(path[0] ?? '') ? path.slice(0, isVersioned ? 4 : 3) : path;
  const isWhole = elements.length > (twoElements.has(elements[0] ?? '') ? 2 : 1);
  return isWhole ? elements.join('/') : null;
}
