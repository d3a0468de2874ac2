import { statSync } from 'node:fs';
import { failure } from '#contract/failure';
import type { BuildRecord } from '#core/history';
import { maskSecrets, type System } from '#core/system';
import { type BuildArguments, effectiveFlags } from './arguments.ts';
import { type GoInFolder, readGoEnvironment } from './go.ts';
import { moduleFolder } from './module-folder.ts';
import { expectedProgram, listPackages, programSuffix, subjectOf } from './packages.ts';
import { readVcs } from './vcs.ts';

/** What is known of a build before it runs. */
export interface BuildPlan {
  /** The path of the one program that it will write; null if there is none (see `expectedProgram`). */
  program: string | null;
  facts: Pick<BuildRecord, 'project' | 'subject' | 'goVersion' | 'target' | 'cgo' | 'flags' | 'vcs'>;
}

/** Asks Go and Git what will be built. Must run before the build, which changes its folder. */
export async function planBuild(
  system: System,
  go: GoInFolder,
  args: BuildArguments,
  signal: AbortSignal | undefined,
): Promise<BuildPlan> {
  const [environment, listed, vcs] = await Promise.all([
    readGoEnvironment(system, go, signal),
    listPackages(system, go, args, signal),
    readVcs(system, go.dir, signal),
  ]);
  const project = moduleFolder(go.dir) ?? go.dir;
  const flags = effectiveFlags(environment.goflags, args.flags);
  const suffix = programSuffix(flags, environment.exeSuffix);
  return {
    program: expectedProgram(listed, args, { dir: go.dir, suffix, isFolder }),
    facts: {
      project,
      subject: subjectOf(listed, args, go.dir, project),
      goVersion: environment.goVersion,
      target: environment.target,
      cgo: environment.cgo,
      flags: flags.map((each) => maskSecrets(each, vcs?.commit)),
      vcs,
    },
  };
}

/** Failures: folder.not-found. */
export function mustBeFolder(path: string): void {
  if (!isFolder(path)) throw failure('folder.not-found', { path });
}

/** Whether `path` is a folder; false if it cannot be read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
