import type { ProjectModule } from '#contract/modules';

/** The module that demands the newest Go, of those that are not the project's own; undefined: none demands one. Pure. */
export function mostDemanding(modules: readonly ProjectModule[]): ProjectModule | undefined {
  const demanding = modules.filter(({ kind, goVersion }) => kind !== 'main' && goVersion !== null);
  return demanding.toSorted((a, b) => compareGo(b.goVersion ?? '', a.goVersion ?? ''))[0];
}

/** The modules in the program that have no licence file, as far as their sources are here. Pure. */
export function withoutLicence(modules: readonly ProjectModule[]): ProjectModule[] {
  return modules.filter(
    ({ kind, isInProgram, licence, dir }) =>
      kind !== 'main' && isInProgram === true && licence === null && dir !== null,
  );
}

/** Compares two versions of `go` lines: `1.21` is before `1.21.0`, and `1.21rc1` between them. Pure. */
function compareGo(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (const [at, number] of left.entries()) if (number !== right[at]) return number - (right[at] ?? 0);
  return 0;
}

function numbersOf(version: string): number[] {
  const [, major, minor, patch, pre] = /^(\d+)\.(\d+)(?:\.(\d+)|(?:rc|beta)(\d+))?/.exec(version) ?? [];
  const last = patch === undefined ? (pre === undefined ? -2 : -1) : Number(patch);
  return [Number(major ?? 0), Number(minor ?? 0), last];
}
