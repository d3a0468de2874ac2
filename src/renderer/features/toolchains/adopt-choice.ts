import type { FoundToolchain } from '#contract/toolchains';

/** Whether it can be adopted: it is not yet, and nothing here has its place. */
export function isFree({ adopted, installed }: FoundToolchain): boolean {
  return !adopted && !installed;
}

function samePlace(a: FoundToolchain, b: FoundToolchain): boolean {
  return a.version === b.version && a.os === b.os && a.arch === b.arch;
}

/** The chosen paths after a click on one; of two builds of one version for one target, only one can be chosen. */
export function toggled(
  found: readonly FoundToolchain[],
  chosen: ReadonlySet<string>,
  clicked: FoundToolchain,
): ReadonlySet<string> {
  const others = found.filter((each) => chosen.has(each.path) && !samePlace(each, clicked));
  const paths = new Set(others.map(({ path }) => path));
  if (!chosen.has(clicked.path)) paths.add(clicked.path);
  return paths;
}

/** One of each version that runs natively and can be adopted. */
export function allNative(found: readonly FoundToolchain[]): ReadonlySet<string> {
  const free = found.filter((each) => each.runsAs === 'native' && isFree(each));
  const first = free.filter((each) => free.find((other) => samePlace(each, other)) === each);
  return new Set(first.map(({ path }) => path));
}
