/** Elements of an import path that no module's path has: they stand below it. */
const belowModule: ReadonlySet<string> = new Set(['internal', 'cmd', 'pkg']);

/** Hosts on which a repository, and so a module, has two elements after the host. */
const twoElements: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'gitee.com']);

/**
 * The path of a program's main module, which was not stored: what the paths of those packages have in common that belong
 * to no other module (`modules`) and not to the standard library. null: there are none, or they have nothing in common. Pure.
 */
export function mainModuleOf(packages: readonly string[], modules: readonly string[]): string | null {
  const others = new Set(modules);
  const own = packages.filter(
    (path) => hasDomain(path) && !path.startsWith('(') && !isBelowOne(path, others),
  );
  const [first, ...rest] = own.map((path) => path.split('/'));
  if (!first) return null;
  const different = first.findIndex((element, i) => rest.some((each) => each[i] !== element));
  const common = different < 0 ? first : first.slice(0, different);
  const below = common.findIndex((element) => belowModule.has(element));
  const path = below < 0 ? common : common.slice(0, below);
  const isVersioned = /^v([2-9]|[1-9]\d+)$/.test(path[3] ?? '');
  const elements = twoElements.has(path[0] ?? '') ? path.slice(0, isVersioned ? 4 : 3) : path;
  const isWhole = elements.length > (twoElements.has(elements[0] ?? '') ? 2 : 1);
  return isWhole ? elements.join('/') : null;
}

/** Whether there is a dot in its first element, which the standard library's paths have not. */
function hasDomain(path: string): boolean {
  const slash = path.indexOf('/');
  return (slash < 0 ? path : path.slice(0, slash)).includes('.');
}

/** Whether it is the path of one of the modules, or below one. */
function isBelowOne(path: string, modules: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (modules.has(path.slice(0, end))) return true;
  }
  return false;
}
