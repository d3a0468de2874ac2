import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { GoModule, Inspection } from '#contract/binaries';
import type { Build } from '#contract/builds';
import { inspectBinary } from '#core/binaries';
import type { History } from '#core/history';
import { fileFailure, maskSecrets, type System } from '#core/system';
import { canonicalFlag } from './arguments.ts';
import { mustBeFolder } from './plan.ts';
import { artifactOf } from './artifact.ts';

/**
 * Adds a Go program that was built elsewhere to the history, with the facts from its build info. The time of the build
 * is that of the file's last write, the best available. Failures: file.not-found, folder.not-found (the project),
 * file.no-permission, binary.not-executable, binary.not-go, binary.damaged.
 */
export async function recordFile(
  system: System,
  history: History,
  request: { path: string; project?: string | undefined },
): Promise<Build> {
  const path = resolve(system.cwd, request.path);
  const project = request.project === undefined ? null : resolve(system.cwd, request.project);
  if (project !== null) mustBeFolder(project);
  const inspection = await inspectBinary(path);
  const { mtime } = await stat(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  return history.add({
    ...programFacts(inspection),
    ...artifactOf(inspection),
    kind: 'program',
    status: 'recorded',
    startedAt: mtime.toISOString(),
    builtAt: null,
    durationMs: null,
    exitCode: null,
    project,
    goVersion: inspection.goVersion,
    target: inspection.target,
    image: null,
    logTail: null,
  });
}

/** The facts in a program's build settings, in the form that `runBuild` uses for the same build. */
export function programFacts(
  inspection: Pick<Inspection, 'path' | 'mainPackage' | 'settings'> & { mainModule: GoModule | null },
): Pick<Build, 'subject' | 'cgo' | 'flags' | 'vcs'> {
  const settings = new Map(inspection.settings.map(({ key, value }) => [key, value]));
  const cgo = settings.get('CGO_ENABLED');
  const modified = settings.get('vcs.modified');
  const commit = settings.get('vcs.revision');
  return {
    subject: subjectOf(inspection),
    cgo: cgo === undefined ? null : cgo === '1',
    flags: inspection.settings
      .filter(({ key, value }) => key.startsWith('-') && defaults[key] !== value)
      .map(({ key, value }) => maskSecrets(canonicalFlag(key.slice(1), value), commit)),
    vcs: commit ? { commit, dirty: modified === undefined ? null : modified === 'true', branch: null } : null,
  };
}

/** Settings that Go records even if they were not set. */
const defaults: Readonly<Record<string, string>> = { '-buildmode': 'exe', '-compiler': 'gc' };

function subjectOf({ path, mainPackage, mainModule }: Parameters<typeof programFacts>[0]): string {
  if (mainPackage === '' || mainPackage === 'command-line-arguments') return basename(path);
  if (mainPackage === mainModule?.path) return '.';
  const inModule = mainModule && mainPackage.startsWith(`${mainModule.path}/`);
  return inModule ? `.${mainPackage.slice(mainModule.path.length)}` : mainPackage;
}
