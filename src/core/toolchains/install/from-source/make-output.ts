import type { BuildingProgress } from '#contract/install-progress';

/**
 * What make.bash prints when a step begins: since Go 1.10, and before (cmd/dist/build.go, `xprintf`). The last is that
 * of `-distpack`; before Go 1.21, which has none, Burrow packs.
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

/** Whether a line is a package's name alone, as `go build -v` prints it. */
export function namesPackage(line: string): boolean {
  return /^[a-z][\w.~-]*(?:\/[\w.~+-]+)*$/.test(line);
}

/** The progress of a build before any output. */
export const begun: BuildingProgress = { step: 1, steps: steps.length, package: null, packages: 0 };

/** The progress once make.bash is done and the tree is being packed. */
export function packing(before: BuildingProgress): BuildingProgress {
  return { ...before, step: before.steps, package: null };
}

/** The progress after a line of make.bash; the same value when the line reports none. */
export function afterLine(before: BuildingProgress, line: string): BuildingProgress {
  const step = steps.findIndex((pattern) => pattern.test(line)) + 1;
  if (step > 0) return { ...before, step, package: null };
  if (!namesPackage(line)) return before;
  return { ...before, package: line, packages: before.packages + 1 };
}
