import type { Build } from '../build.ts';
import type { BuildEvent } from '../builds.ts';
import { withoutControlCharacters } from '../control-characters.ts';
import type { InstallProgress } from '../install-progress.ts';
import type { InstallResult } from '../toolchains.ts';

/** Something that runs for the page and may take long. */
export interface Task {
  id: number;
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

/** How a task ended. A build that Go refused has failed. */
export type Ending = 'done' | 'failed' | 'cancelled';

type TaskEvent = BuildEvent | InstallProgress;

/** The result of a task's call. */
export type TaskResult = InstallResult | { build: Build };

/** The task of a call that the page makes; null: its call is none that takes long. */
export function taskOf(
  path: readonly string[],
  input: unknown,
  start: { id: number; now: number },
): Task | null {
  const given = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const common = { id: start.id, startedAt: start.now, fraction: null };
  switch (path.join('.')) {
    case 'toolchains.install':
      return { ...common, kind: 'install', name: shown(given['version']), folder: null };
    case 'builds.run': {
      const args = Array.isArray(given['args']) ? given['args'] : [];
      return { ...common, kind: 'build', name: shown(args.at(-1) ?? '.'), folder: shown(given['dir']) };
    }
    default:
      return null;
  }
}

/** The task after something that its call reported. */
export function afterEvent(task: Task, event: TaskEvent): Task {
  if (!('type' in event)) {
    return { ...task, name: event.version ?? task.name, fraction: fractionOf(event) };
  }
  if (event.type === 'installing') return { ...task, fraction: fractionOf(event.progress) };
  return event.type === 'output' ? task : { ...task, fraction: null };
}

/** How a task ended whose call returned something. */
export function endingOf(result: TaskResult): Ending {
  if (!('build' in result)) return 'done';
  const { status } = result.build;
  return status === 'failed' || status === 'cancelled' ? status : 'done';
}

function fractionOf({ building, bytes, totalBytes }: InstallProgress): number | null {
  if (building) return (building.step - 1) / building.steps;
  return totalBytes ? Math.min(1, bytes / totalBytes) : null;
}

function shown(text: unknown): string {
  return withoutControlCharacters(String(text ?? '')).slice(0, 200);
}
