import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Build, BuildDetail } from '#contract/build';
import { type BuildRecord, type History, unsaid } from '#core/history';
import { modulePath } from '#core/projects';
import { fileFailure, maskSecrets, readTextIfThere, type System, typedPath } from '#core/system';
import { canonicalFlag } from './arguments.ts';
import { mustBeFolder } from './plan.ts';
import { readProgram } from './artifact.ts';
import { placeOf } from './vcs.ts';

/**
 * Adds a Go program that was built elsewhere to the history, with the facts from its build info. Content that was recorded
 * before is not read again. Failures: file.not-found, folder.not-found (the project), file.no-permission,
 * binary.not-executable, binary.not-go, binary.packed, binary.damaged, binary.too-large.
 */
export async function recordFile(
  system: System,
  history: History,
  request: { path: string; project?: string | undefined },
): Promise<Build> {
  const path = typedPath(system, request.path);
  const project = request.project === undefined ? null : typedPath(system, request.project);
  if (project !== null) mustBeFolder(project);
  return history.add(await fileAsBuild(system, history, path, project));
}

/**
 * What `recordFile` records of a program, which is not recorded. `path` and `project` are absolute; null: it belongs to none.
 * Failures: as `recordFile`.
 */
export async function fileAsBuild(
  system: System,
  history: History,
  path: string,
  project: string | null,
): Promise<BuildRecord> {
  const program = await readProgram(history, path);
  const { mtime } = await stat(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  const projectModule = project && modulePath((await readTextIfThere(join(project, 'go.mod'))) ?? '');
  const facts = programFacts({ ...program, path, projectModule });
  const place = project && facts.vcs && (await placeOf(system, project, facts.vcs.commit));
  return {
    ...program,
    ...facts,
    vcs: facts.vcs && { ...facts.vcs, ...place },
    builtAt: builtAt(program.settings, mtime),
    kind: 'program',
    status: 'recorded',
    startedAt: system.now().toISOString(),
    durationMs: null,
    exitCode: null,
    project,
    image: null,
    logTail: null,
    ...unsaid,
  };
}

/** When a program was built: the time of its commit, else that of its file. */
export function builtAt(settings: BuildDetail['settings'], modified: Date): NonNullable<Build['builtAt']> {
  const committed = new Date(settings.find(({ key }) => key === 'vcs.time')?.value ?? Number.NaN);
  if (Number.isNaN(committed.getTime())) return { at: modified.toISOString(), from: 'file' };
  return { at: committed.toISOString(), from: 'vcs' };
}

interface Described extends Pick<BuildDetail, 'mainPackage' | 'mainModule' | 'settings'> {
  path: string;
  /** The module of the project that it is recorded for; null: none. */
  projectModule: string | null;
}

/** The facts in a program's build settings, in the form that `runBuild` uses for the same build. */
export function programFacts(program: Described): Pick<Build, 'subject' | 'cgo' | 'flags' | 'vcs'> {
  const settings = new Map(program.settings.map(({ key, value }) => [key, value]));
  const cgo = settings.get('CGO_ENABLED');
  const modified = settings.get('vcs.modified');
  const commit = settings.get('vcs.revision');
  return {
    subject: subjectOf(program),
    cgo: cgo === undefined ? null : cgo === '1',
    flags: program.settings
      .filter(({ key, value }) => key.startsWith('-') && defaults[key] !== value)
      .map(({ key, value }) => maskSecrets(canonicalFlag(key.slice(1), value), commit)),
    vcs: commit
      ? { commit, dirty: modified === undefined ? null : modified === 'true', branch: null, tag: null }
      : null,
  };
}

/** Settings that Go records even if they were not set. */
const defaults: Readonly<Record<string, string>> = { '-buildmode': 'exe', '-compiler': 'gc' };

/** As that of a build: a program of another module than the project's has its import path. */
function subjectOf({ path, mainPackage, mainModule, projectModule }: Described): string {
  if (mainPackage === null || mainPackage === 'command-line-arguments') return basename(path);
  if (mainModule === null || !mainPackage.startsWith(`${mainModule}/`)) return mainPackage;
  if (projectModule !== null && projectModule !== mainModule) return mainPackage;
  return `.${mainPackage.slice(mainModule.length)}`;
}
