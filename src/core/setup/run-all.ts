import type { Reason } from '#contract/said';
import type { SetupChoice, SetupProgress, SetupRun, SetupStatus } from '#contract/setup';
import { isFailure } from '#contract/failure';
import type { ShellName } from '#contract/shell';
import type { System } from '#core/system';
import { readRequest } from '#core/toolchains';
import { createScene, type Projects, type Scene } from './scene.ts';
import { goproxyHere } from './proxy-settings.ts';
import { runIn } from './run.ts';
import { setupStatus } from './status.ts';
import { steps } from './steps/index.ts';

/** What may be said about a set-up that asks nothing. */
export interface AllOptions {
  version?: string | undefined;
  from?: string | undefined;
  shells?: ShellName[] | undefined;
}

type Event = SetupProgress | { kind: 'step'; run: SetupRun };

/**
 * Does what a working `go` needs, and nothing that is done already: a second run changes nothing. Nothing is adopted, no
 * project is made, and editors are left alone. `notes`: what should be known. Failures: version.unreadable,
 * source.bad-address, those of the steps, cancelled.
 */
export async function* runAll(
  system: System,
  projects: Projects,
  options: AllOptions,
  signal?: AbortSignal,
): AsyncGenerator<Event, { status: SetupStatus; changed: boolean; notes: Reason[] }> {
  // Before anything is measured or written.
  readRequest(system, { version: options.version ?? 'latest', from: options.from });
  let changed = false;
  const notes: Reason[] = [];
  // Go's default stands in a Go: where there is none yet, it is measured after the download.
  const isDefaultKnown = (await goproxyHere(system)).value !== null;
  for (const choice of choicesFor(options, isDefaultKnown)) {
    // Each step looks at what the one before has made.
    const scene = await createScene(system, projects, signal);
    const before = await steps[choice.step].look(scene);
    if (before.state === 'done' && !isAsked(choice)) continue;
    const done = yield* tried(scene, choice);
    changed ||= done.changed;
    notes.push(...done.notes);
    const step =
      done.changed || choice.step === 'seen' ? await lookAgain(system, projects, choice, signal) : before;
    yield { kind: 'step', run: { ...done, step } };
  }
  return { status: await setupStatus(system, projects, signal), changed, notes };
}

/** In order. */
function choicesFor({ version, from, shells }: AllOptions, isDefaultKnown: boolean): SetupChoice[] {
  return [
    { step: 'proxy' },
    { step: 'toolchain', ...(version !== undefined && { version }), ...(from !== undefined && { from }) },
    ...(isDefaultKnown ? [] : [{ step: 'proxy' } as const]),
    { step: 'default' },
    { step: 'shell', ...(shells !== undefined && { shells }) },
    { step: 'seen' },
  ];
}

/** Whether something is asked for by name, which a step that is done need not have. */
function isAsked({ step: _step, ...rest }: SetupChoice): boolean {
  return Object.keys(rest).length > 0;
}

/** A network that lets no proxy be found must not keep an archive on this disk from being installed. */
async function* tried(scene: Scene, choice: SetupChoice) {
  try {
    return yield* runIn(scene, choice);
  } catch (error) {
    if (choice.step !== 'proxy' || !isFailure(error) || error.code === 'cancelled') throw error;
    return { changed: false, notes: [{ code: error.code, params: error.params }] };
  }
}

async function lookAgain(
  system: System,
  projects: Projects,
  { step }: SetupChoice,
  signal: AbortSignal | undefined,
): Promise<SetupRun['step']> {
  return steps[step].look(await createScene(system, projects, signal));
}
