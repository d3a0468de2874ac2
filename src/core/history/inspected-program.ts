import type { Inspection } from '#contract/binaries';
import type { Analysis, BuildRecord } from './rows/index.ts';

/** A program, and what is known of its content. */
export type InspectedProgram = Analysis & { artifact: NonNullable<BuildRecord['artifact']> };

/** The facts about a program, in the form that the history stores. `reader`: the number of the reader that found them. Pure. */
export function inspectedProgram(inspection: Inspection, reader: number): InspectedProgram {
  const { path, bytes, sha256, goVersion, target, stripped, mainModule, mainPackage, settings } = inspection;
  const { sections, buckets, packages, packagesMissing, owned, unowned, embedded, runs, buildId } =
    inspection;
  // The main module is left out: its version changes with every commit, which is not a change of a dependency.
  const modules = inspection.modules
    .filter((each) => each.path !== mainModule?.path)
    .map(({ path: modulePath, version, sum, replacedBy }) => ({
      path: modulePath,
      version,
      sum,
      replacedBy,
    }));
  return {
    artifact: { path, bytes, sha256 },
    goVersion,
    target,
    stripped,
    mainModule: mainModule?.path ?? null,
    mainPackage: mainPackage || null,
    settings,
    modules,
    sections,
    buckets,
    packages,
    packagesMissing,
    owned,
    unowned,
    embedded,
    runs,
    buildId,
    analysis: reader,
  };
}
