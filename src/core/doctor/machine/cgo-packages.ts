import { isFailure } from '#contract/failure';
import { nearestWith } from '#core/builds';
import { goFor } from '#core/switching';
import { oncePerPlace } from './place.ts';

/** A package that needs a C compiler. */
export interface CgoPackage {
  importPath: string;
  dir: string;
  /** Names of the files in `dir` that import "C". */
  files: string[];
  /** Without cgo, there is not one file to compile; otherwise there may be another way. */
  required: boolean;
  /** The words of its `#cgo pkg-config:` lines for this machine. */
  pkgConfig: string[];
}

const timeoutMs = 3000;

/**
 * The packages of the project and of its dependencies, apart from the standard library, that use cgo. Go is asked without
 * a network, and runs no compiler. Empty without a project, and where Go fails: what is wrong then, other checks and Go
 * itself say. Failures: process.timed-out, cancelled.
 */
export const cgoPackages = oncePerPlace(async ({ system, dir }, signal): Promise<CgoPackage[]> => {
  const project = nearestWith(dir, 'go.mod');
  if (project === null) return [];
  try {
    const go = await goFor(system, project);
    const env = {
      ...go.env,
      // What cgo would need must be known where a missing compiler has turned it off.
      CGO_ENABLED: '1',
      GO111MODULE: 'on',
      GOTOOLCHAIN: 'local',
      GOPROXY: 'off',
      // A pattern that matches no module: all are asked of the proxy, which is off.
      GOPRIVATE: 'none',
      GONOPROXY: 'none',
      GOVCS: '*:off',
    };
    const args = [
      'list',
      '-e',
      '-deps',
      '-buildvcs=false',
      '-json=ImportPath,Dir,Standard,GoFiles,IgnoredGoFiles,CgoFiles,CgoPkgConfig',
      './...',
    ];
    const { stdout, exitCode } = await system.run({
      file: go.path,
      args,
      cwd: project,
      env,
      timeoutMs,
      signal,
    });
    return exitCode === 0 ? parseCgoPackages(stdout) : [];
  } catch (error) {
    const isOther = isFailure(error) && error.code !== 'cancelled' && error.code !== 'process.timed-out';
    if (isOther) return [];
    throw error;
  }
});

/** Parses the objects that `go list -json` prints one after the other. Pure. */
export function parseCgoPackages(stdout: string): CgoPackage[] {
  const objects = stdout.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '');
  return objects.flatMap((text) => {
    const listed = JSON.parse(text) as Listed;
    const { ImportPath, Dir, Standard, GoFiles, IgnoredGoFiles, CgoFiles, CgoPkgConfig } = listed;
    if (Standard || !CgoFiles?.length || !Dir) return [];
    const required = !GoFiles?.length && !IgnoredGoFiles?.length;
    return [{ importPath: ImportPath, dir: Dir, files: CgoFiles, required, pkgConfig: CgoPkgConfig ?? [] }];
  });
}

interface Listed {
  ImportPath: string;
  Dir?: string;
  Standard?: boolean;
  GoFiles?: string[];
  /** Those of other systems, and those for builds without cgo. */
  IgnoredGoFiles?: string[];
  CgoFiles?: string[];
  CgoPkgConfig?: string[];
}
