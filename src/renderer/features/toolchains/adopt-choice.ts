import type { FoundToolchain } from '#contract/toolchains';

/** Whether a toolchain can be adopted: it is not adopted, and its version is not installed. */
export function isAdoptable({ adopted, installed }: FoundToolchain): boolean {
  return !adopted && !installed;
}

function samePlace(a: FoundToolchain, b: FoundToolchain): boolean {
  return a.version === b.version && a.os === b.os && a.arch === b.arch;
}

/** The selected paths after a click. Only one toolchain of a version and target can be selected. */
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
