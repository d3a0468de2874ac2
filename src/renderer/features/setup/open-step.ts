import type { SetupStatus, SetupStep } from '#contract/setup';
import type { SetupStepId } from '#contract/setup-steps';

/** The steps that were done in this page, although they still count as open: measured before there is a Go, say. */
export type Passed = ReadonlySet<SetupStepId>;

/** The step that is shown open when the user has chosen none: the first that is not done, skipped or passed. Pure. */
export function nextStep({ steps }: Pick<SetupStatus, 'steps'>, passed: Passed): SetupStepId | null {
  return (steps.find((step) => isWaiting(step) && !passed.has(step.id)) ?? null)?.id ?? null;
}

function isWaiting({ state }: SetupStatus['steps'][number]): boolean {
  return state === 'open' || state === 'problem';
}

/** A step as it is shown while a new terminal cannot be tried yet: the trial waits, unless the user left it. Pure. */
export function beforeReady(step: SetupStep): SetupStep {
  if (step.id !== 'seen') return step;
  return { ...step, state: step.state === 'skipped' ? 'skipped' : 'open', problem: null };
}
