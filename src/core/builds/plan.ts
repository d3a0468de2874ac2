import { statSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import type { BuildRecord } from '#core/history';
import { maskSecrets, type System } from '#core/system';
import { type BuildArguments, effectiveFlags } from './arguments.ts';
import { asksGit, isBuildvcsOff } from './buildvcs.ts';
import { type GoInFolder, readGoEnvironment } from './go.ts';
import { moduleFolder, nearestWith } from './module-folder.ts';
import { expectedProgram, listPackages, programSuffix, subjectOf } from './packages.ts';
import { readRepository } from './vcs.ts';

/** What is known of a build before it runs. */
export interface BuildPlan {
  /** The environment to build in. */
  env: GoInFolder['env'];
  /** The path of the one program that it will write; null if there is none (see `expectedProgram`). */
  program: string | null;
  facts: Pick<BuildRecord, 'project' | 'subject' | 'goVersion' | 'target' | 'cgo' | 'flags' | 'vcs'>;
}

/**
 * Asks Go and Git what will be built. Must run before the build, which changes its folder. Failures: file.unusable,
 * process.timed-out, cancelled.
 */
export async function planBuild(
  system: System,
  go: GoInFolder,
  args: BuildArguments,
  signal: AbortSignal | undefined,
): Promise<BuildPlan> {
  mustBeFileWhereGoReads(go.dir);
  const environment = await readGoEnvironment(system, go, signal);
  const flags = effectiveFlags(environment.goflags, args.flags);
  const knowsBuildvcs = asksGit(environment.goVersion);
  const [listed, repository] = await Promise.all([
    listPackages(system, go, args, knowsBuildvcs, signal),
    isBuildvcsOff(flags) ? null : readRepository(system, go.dir, signal),
  ]);
  const project = moduleFolder(go.dir) ?? go.dir;
  const suffix = programSuffix(flags, environment.exeSuffix);
  return {
    env: repository ? repository.goEnv(go.env, knowsBuildvcs ? environment.goflags : null) : go.env,
    program: expectedProgram(listed, args, { dir: go.dir, suffix, isFolder }),
    facts: {
      project,
      subject: subjectOf(listed, args, go.dir, project),
      goVersion: environment.goVersion,
      target: environment.target,
      cgo: environment.cgo,
      flags: flags.map((each) => maskSecrets(each, repository?.vcs?.commit)),
      vcs: repository?.vcs ?? null,
    },
  };
}

/** Go would wait for a pipe in the place of a go.mod or go.work. Failures: file.unusable. */
export function mustBeFileWhereGoReads(dir: string): void {
  for (const name of ['go.mod', 'go.work']) {
    const folder = nearestWith(dir, name);
    if (folder === null) continue;
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile() && !found.isDirectory()) {
      throw failure('file.unusable', { path, reason: 'special' });
    }
  }
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
