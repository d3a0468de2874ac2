import { join } from 'node:path';
import type { ModuleList, ProjectModule } from '#contract/modules';
import type { ListedModule, ModuleFile } from './listed.ts';
import { lineWith } from './lines.ts';
import { needsNetwork } from './missing.ts';

/** A go.mod or go.work: its path, its text, and what Go reads in it. */
export interface ReadFile {
  file: string;
  text: string;
  said: ModuleFile;
}

export interface Known {
  /** go.work first: its replacements count before those of go.mod. */
  files: readonly ReadFile[];
  /** What each module takes in the last build; null: there is none. */
  shares: ReadonlyMap<string, { bytes: number; packages: number }> | null;
  online: boolean;
  /** The folder of vendor/, if the sources are taken from there. */
  vendor: string | null;
}

type Described = Omit<ProjectModule, 'licence'>;

/** What is known of a module. Pure. */
export function describeModule(listed: ListedModule, known: Known): Described {
  const { Path: path, Version, Main: isMain = false, Replace: by } = listed;
  const share = known.shares?.get(path);
  const problem = listed.Error?.Err ?? null;
  return {
    path,
    version: Version ?? null,
    kind: isMain ? 'main' : listed.Indirect ? 'indirect' : 'direct',
    isInProgram: known.shares === null ? null : share !== undefined,
    bytes: share?.bytes ?? null,
    packages: share?.packages ?? null,
    replacedBy: by
      ? { path: by.Path, version: by.Version ?? null, ...placeOfReplace(listed, known.files) }
      : null,
    goVersion: by?.GoVersion ?? listed.GoVersion ?? null,
    // Where Go could not ask, it is not known.
    retracted: listed.Retracted ?? (known.online && problem === null ? [] : null),
    deprecated: listed.Deprecated ?? null,
    newer: listed.Update?.Version ?? null,
    dir: known.vendor !== null && !isMain ? join(known.vendor, path) : (listed.Dir ?? by?.Dir ?? null),
    // Offline, Go cannot look up when a version was made; `dir` says whether its source is here.
    problem: problem === null || (!known.online && needsNetwork(problem)) ? null : problem,
  };
}

/** Where the `replace` for a module is written: of several, the one for its version. */
function placeOfReplace({ Path, Version }: ListedModule, files: readonly ReadFile[]) {
  for (const { file, text, said } of files) {
    const entries = (said.Replace ?? []).filter(({ Old }) => Old.Path === Path);
    const entry =
      entries.find(({ Old }) => Old.Version === Version) ?? entries.find(({ Old }) => !Old.Version);
    if (entry) {
      const { Old } = entry;
      return { file, line: lineWith(text, [Old.Path, ...(Old.Version ? [Old.Version] : []), '=>']) };
    }
  }
  return { file: files[0]?.file ?? '', line: null };
}

/** The excluded versions, with the lines that say so. Pure. */
export function excludedIn(files: readonly ReadFile[]): ModuleList['excluded'] {
  return files.flatMap(({ file, text, said }) =>
    (said.Exclude ?? []).map(({ Path: path, Version: version = '' }) => ({
      path,
      version,
      file,
      line: lineWith(text, [path, version]),
    })),
  );
}

const kinds: readonly ProjectModule['kind'][] = ['main', 'direct', 'indirect'];

/** Main modules, direct ones, indirect ones; each by size, then by path. */
export function inOrder(a: ProjectModule, b: ProjectModule): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (b.bytes ?? 0) - (a.bytes ?? 0) ||
    (a.path < b.path ? -1 : 1)
  );
}
