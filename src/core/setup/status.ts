import type { SetupStatus, SetupStep } from '#contract/setup';
import { neededSteps, setupSteps } from '#contract/setup-steps';
import type { System } from '#core/system';
import { createScene, type Projects } from './scene.ts';
import { steps } from './steps/index.ts';

/**
 * Every step as this machine is now. Starts the shells in use, and asks no network. Failures: cancelled, home.unusable,
 * disk.full, file.no-permission.
 */
export async function setupStatus(
  system: System,
  projects: Projects,
  signal?: AbortSignal,
): Promise<SetupStatus> {
  const scene = await createScene(system, projects, signal);
  return summary(await Promise.all(setupSteps.map((id): Promise<SetupStep> => steps[id].look(scene))));
}

/** What the steps come to. Pure. */
export function summary(all: SetupStep[]): SetupStatus {
  return {
    steps: all,
    next: (all.find(isBlocked) ?? all.find(isOpen))?.id ?? null,
    needed: all.some(({ id, state }) => neededSteps.includes(id) && state !== 'done'),
  };
}

/** Without it, nothing works, and it does not go on by itself. */
function isBlocked({ id, state }: SetupStep): boolean {
  return neededSteps.includes(id) && state === 'problem';
}

function isOpen({ state }: SetupStep): boolean {
  return state === 'open' || state === 'problem';
}
