import type { BuildingProgress } from '#contract/install-progress';

/**
 * What make.bash says when a step begins: since Go 1.10, and before (cmd/dist/build.go, `xprintf`). The last is that of
 * `-distpack`; before Go 1.21, which has none, the packing is Burrow's.
 */
const steps: readonly RegExp[] = [
  /^(?:Building Go cmd\/dist |#* ?Building Go bootstrap tool\.)/,
  /^(?:Building Go toolchain1 |#* ?Building Go toolchain using )/,
  /^(?:Building Go bootstrap cmd\/go |#* ?Building go_bootstrap )/,
  /^Building Go toolchain2 /,
  /^Building Go toolchain3 /,
  /^#* ?Building (?:packages and )?commands for /,
  /^Packaging archives for /,
];

/** Whether a line is how `go build -v` names a package: alone. */
export function namesPackage(line: string): boolean {
  return /^[a-z][\w.~-]*(?:\/[\w.~+-]+)*$/.test(line);
}

/** A build of which nothing is known yet. */
export const begun: BuildingProgress = { step: 1, steps: steps.length, package: null, packages: 0 };

/** All that make.bash does is done; the tree is packed. */
export function packing(before: BuildingProgress): BuildingProgress {
  return { ...before, step: before.steps, package: null };
}

/** How far a build is after a line of make.bash; the same value when the line says nothing of it. */
export function afterLine(before: BuildingProgress, line: string): BuildingProgress {
  const step = steps.findIndex((pattern) => pattern.test(line)) + 1;
  if (step > 0) return { ...before, step, package: null };
  if (!namesPackage(line)) return before;
  return { ...before, package: line, packages: before.packages + 1 };
}
