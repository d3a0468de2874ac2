import { readBuildInfo, readModuleVariable } from './build-info.ts';
import { readRuntimeVersion } from './go-version.ts';
import type { Image } from '../formats/index.ts';
import { type BuildFacts, parseModuleLines } from './module-lines.ts';

/** What says that a program is one of Go, and which. */
export interface GoIdentity {
  /** null: not known. */
  goVersion: string | null;
  /** It has build info, which tells the rest. */
  buildInfo: boolean;
  build: BuildFacts;
}

/** null: nothing says that Go's own compiler built this. Throws `Damaged`. */
export function readGoIdentity(image: Image): GoIdentity | null {
  const info = readBuildInfo(image);
  if (info) {
    return { goVersion: info.goVersion, buildInfo: true, build: parseModuleLines(info.moduleLines) };
  }
  const goVersion = readRuntimeVersion(image);
  if (goVersion === null && !image.sections.some((s) => s.name.endsWith('gopclntab'))) return null;
  // Go 1.12 had no build info yet, but recorded modules.
  const lines = readModuleVariable(image);
  return { goVersion, buildInfo: lines !== '', build: parseModuleLines(lines) };
}

/** The Go 1 release: 26 for `go1.26.1`. A development version without one counts as the newest. null: not known. */
export function releaseOf(goVersion: string | null): number | null {
  if (goVersion === null) return null;
  const release = /\bgo1\.(\d+)/.exec(goVersion)?.[1];
  return release === undefined ? (goVersion.startsWith('devel') ? 99 : null) : Number(release);
}
