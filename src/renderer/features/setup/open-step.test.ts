import { expect, it } from 'vitest';
import type { SetupStatus, SetupStep } from '#contract/setup';
import type { SetupStepId } from '#contract/setup-steps';
import { beforeReady, nextStep } from './open-step.ts';

type State = SetupStep['state'];

function status(states: Partial<Record<SetupStepId, State>>): Pick<SetupStatus, 'steps'> {
  return { steps: Object.entries(states).map(([id, state]) => ({ id, state }) as SetupStep) };
}

it.each<[Partial<Record<SetupStepId, State>>, SetupStepId[], SetupStepId | null]>([
  [{ machine: 'done', found: 'open', shell: 'open' }, [], 'found'],
  [{ machine: 'problem', found: 'open' }, [], 'machine'],
  [{ machine: 'skipped', found: 'done', shell: 'problem' }, [], 'shell'],
  // Measured, but not settled before there is a Go.
  [{ proxy: 'open', toolchain: 'open' }, ['proxy'], 'toolchain'],
  [{ proxy: 'open', toolchain: 'done' }, ['proxy'], null],
  [{ machine: 'done', seen: 'done' }, [], null],
])('of %j, with %j passed, opens %s', (states, passed, opens) => {
  expect(nextStep(status(states), new Set(passed))).toBe(opens);
});

it.each<[SetupStepId, State, State]>([
  ['seen', 'problem', 'open'],
  ['seen', 'done', 'open'],
  ['seen', 'skipped', 'skipped'],
  ['shell', 'problem', 'problem'],
])('while a terminal cannot be tried, %s that is %s is shown as %s', (id, state, shown) => {
  expect(beforeReady({ id, state, problem: null } as SetupStep).state).toBe(shown);
});
