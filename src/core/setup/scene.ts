import type { Reason } from '#contract/said';
import type { FailureCode, FailureParams } from '#contract/failure';
import type { SetupChoice, SetupPreview, SetupProgress, SetupRun, SetupStep, StepOf } from '#contract/setup';
import type { SetupStepId } from '#contract/setup-steps';
import { shellStatus } from '#core/profiles';
import type { System } from '#core/system';
import { goInStart, type Sight, startsOf } from './starts.ts';
import { readRecord, type SetupRecord } from './record.ts';

/** The list of projects, which stands in the history. */
export interface Projects {
  /** Last used first. Opens no history where there is none yet. */
  list(): Promise<string[]>;
  add(dir: string): Promise<void>;
  remove(dir: string): Promise<void>;
}

/** What a step looks at. What costs time is looked at once for all steps. */
export interface Scene {
  system: System;
  record: SetupRecord;
  projects: Projects;
  /** Those that the profiles of this set-up are for. */
  shells: () => ReturnType<typeof shellStatus>;
  /** How new terminals of the shells in use start. */
  starts: () => Promise<Sight[]>;
  signal?: AbortSignal | undefined;
}

/** A step of the set-up: looks, says what it would do, does it, and undoes it. */
export interface Step<Id extends SetupStepId> {
  look(scene: Scene): Promise<StepOf<Id>>;
  plan(scene: Scene, choice: ChoiceOf<Id>): Promise<Plan>;
  run(scene: Scene, choice: ChoiceOf<Id>): AsyncGenerator<SetupProgress, Done>;
  /** Undoes what `run` did, as far as the record has it. Failures: those of undoing. */
  undo(scene: Scene): Promise<void>;
}

export type ChoiceOf<Id extends SetupStepId> = Extract<SetupChoice, { step: Id }>;
export type Plan = Pick<SetupPreview, 'does' | 'files' | 'bytes' | 'obstacle'>;
export type Done = Pick<SetupRun, 'changed' | 'notes'>;

export const nothingPlanned: Plan = { does: [], files: [], bytes: null, obstacle: null };
export const nothingDone: Done = { changed: false, notes: [] };

/** A sentence, or what is wrong, as it crosses a process boundary. */
export function words<Code extends FailureCode>(code: Code, params: FailureParams<Code>): Reason {
  return { code, params: { ...params } };
}

/** The state of a step. A step that is left does not bother anybody with its problem. Pure. */
export function stateOf(
  id: SetupStepId,
  { skipped }: Pick<SetupRecord, 'skipped'>,
  { done, problem }: { done: boolean; problem?: Reason | null },
): Pick<SetupStep, 'state' | 'problem'> {
  const isSkipped = skipped.includes(id);
  const state = done ? 'done' : isSkipped ? 'skipped' : problem ? 'problem' : 'open';
  return { state, problem: problem ?? null };
}

/** Looks at the machine anew. */
export async function createScene(system: System, projects: Projects, signal?: AbortSignal): Promise<Scene> {
  const shells = once(() => shellStatus(system));
  return {
    system,
    record: await readRecord(system),
    projects,
    shells,
    starts: once(async () => {
      const seen = await startsOf(system, (await shells()).shells, signal);
      return Promise.all(seen.map((each) => goInStart(system, each)));
    }),
    signal,
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
