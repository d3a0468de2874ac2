import type { BuildRun } from '../build-runs.ts';
import { withoutControlCharacters } from '../control-characters.ts';
import type { InstallProgress } from '../install-progress.ts';
import type { InstallRun } from '../install-runs.ts';

/** Something that runs in a host and may take long. */
export interface Task {
  /** Of all tasks of a host, no other has it. */
  id: string;
  kind: 'install' | 'build';
  /** The version that is installed, or what is built: `./cmd/server`. */
  name: string;
  /** The folder of a build; null: an install. */
  folder: string | null;
  /** ms since 1970. */
  startedAt: number;
  /** What is done, 0 to 1; null: not known. */
  fraction: number | null;
}

/** How a task ended. A build that could not be started has failed. */
export type Ending = 'done' | 'failed' | 'cancelled';

/** An install of a version, in Go's notation or as it was requested. `startedAt`: ms since 1970. */
export function installTask(id: string, version: string, startedAt: number): Task {
  return { id, kind: 'install', name: shown(version), folder: null, startedAt, fraction: null };
}

/** An install that a host runs, and how it ended; null: it has not. */
export function taskOfInstall({ id, request, startedAt, state, progress }: InstallRun): {
  task: Task;
  ending: Ending | null;
} {
  const name = progress?.version ?? request.version;
  const task = installTask(`install ${id}`, name, Date.parse(startedAt));
  return { task: { ...task, fraction: progress && fractionOf(progress) }, ending: installEndings[state] };
}

const installEndings: Record<InstallRun['state'], Ending | null> = {
  running: null,
  cancelling: null,
  installed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** A build that a host runs, and how it ended; null: it has not. */
export function taskOfRun({ id, request, startedAt, state, steps, install }: BuildRun): {
  task: Task;
  ending: Ending | null;
} {
  const isInstalling = install !== null && steps.at(-1)?.name === 'install';
  const task: Task = {
    id: `run ${id}`,
    kind: 'build',
    name: shown(request.subject),
    folder: request.dir,
    startedAt: Date.parse(startedAt),
    fraction: isInstalling ? fractionOf(install) : null,
  };
  return { task, ending: endings[state] };
}

const endings: Record<BuildRun['state'], Ending | null> = {
  running: null,
  cancelling: null,
  succeeded: 'done',
  failed: 'failed',
  'not-started': 'failed',
  cancelled: 'cancelled',
};

function fractionOf({ building, bytes, totalBytes }: InstallProgress): number | null {
  if (building) return (building.step - 1) / building.steps;
  return totalBytes ? Math.min(1, bytes / totalBytes) : null;
}

function shown(text: string): string {
  return withoutControlCharacters(text).slice(0, 200);
}
