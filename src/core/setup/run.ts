import { createHash } from 'node:crypto';
import type { Reason } from '#contract/said';
import { failure } from '#contract/failure';
import type { SetupChoice, SetupPreview, SetupProgress, SetupRun, SetupStep } from '#contract/setup';
import type { SetupStepId } from '#contract/setup-steps';
import type { System } from '#core/system';
import { changeRecord } from './record.ts';
import { createScene, type Done, type Plan, type Projects, type Scene, type Step } from './scene.ts';
import { steps } from './steps/index.ts';

/** What a step would do. Changes nothing. Failures: setup.nothing-installed, setup.unknown-preset, those of planning. */
export async function previewStep(
  system: System,
  projects: Projects,
  choice: SetupChoice,
): Promise<SetupPreview> {
  return previewIn(await createScene(system, projects), choice);
}

async function previewIn(scene: Scene, choice: SetupChoice): Promise<SetupPreview> {
  const plan = await planIn(scene, choice);
  const facts = JSON.stringify([choice, plan.does, plan.files, plan.obstacle]);
  return { step: choice.step, id: createHash('sha256').update(facts).digest('hex').slice(0, 12), ...plan };
}

/**
 * Does one step, and looks at the result. `id`: of the preview that was shown. Failures: setup.preview-outdated, those of
 * the step, cancelled; what was done until then can be undone.
 */
export async function* runStep(
  system: System,
  projects: Projects,
  { choice, id }: { choice: SetupChoice; id?: string | undefined },
  signal?: AbortSignal,
): AsyncGenerator<SetupProgress, SetupRun> {
  const scene = await createScene(system, projects, signal);
  if (id !== undefined && (await previewIn(scene, choice)).id !== id) {
    throw failure('setup.preview-outdated', {});
  }
  const { changed, notes } = yield* runIn(scene, choice);
  return { step: await lookAt(system, projects, choice.step, signal), changed, notes };
}

/** Leaves a step, or takes it up again. */
export async function skipStep(
  system: System,
  projects: Projects,
  { step, skipped = true }: { step: SetupStepId; skipped?: boolean | undefined },
): Promise<SetupStep> {
  await changeRecord(system, (now) => {
    const others = now.skipped.filter((each) => each !== step);
    return { ...now, skipped: skipped ? [...others, step] : others };
  });
  return lookAt(system, projects, step);
}

/** Undoes what the set-up did in one step. Failures: those of undoing it. */
export async function undoStep(system: System, projects: Projects, step: SetupStepId): Promise<SetupRun> {
  const scene = await createScene(system, projects);
  const before = await steps[step].look(scene);
  if (!before.undoable) return { step: before, changed: false, notes: [] };
  const notes: Reason[] = [{ code: 'setup.undone', params: { step } }];
  await steps[step].undo(scene);
  return { step: await lookAt(system, projects, step), changed: true, notes };
}

async function lookAt(
  system: System,
  projects: Projects,
  step: SetupStepId,
  signal?: AbortSignal,
): Promise<SetupStep> {
  return steps[step].look(await createScene(system, projects, signal));
}

// The step of a choice takes that choice; the type of a table of functions does not say so.
function stepOf({ step }: SetupChoice): Step<SetupStepId> {
  return steps[step] as Step<SetupStepId>;
}

function planIn(scene: Scene, choice: SetupChoice): Promise<Plan> {
  return stepOf(choice).plan(scene, choice);
}

/** Does a step. Failures: those of the step. */
export async function* runIn(scene: Scene, choice: SetupChoice): AsyncGenerator<SetupProgress, Done> {
  return yield* stepOf(choice).run(scene, choice);
}
