import { expect, it } from 'vitest';
import type { SetupStep } from '#contract/setup';
import { setupSteps } from '#contract/setup-steps';
import { stateOf } from './scene.ts';
import { summary } from './status.ts';

const problem = { code: 'setup.no-git', params: {} };

it.each([
  ['done', { done: true }, false, 'done'],
  ['done though it was left', { done: true }, true, 'done'],
  ['left with its problem', { done: false, problem }, true, 'skipped'],
  ['a problem', { done: false, problem }, false, 'problem'],
  ['open', { done: false }, false, 'open'],
])('a step is %s', (_, seen, isSkipped, state) => {
  expect(stateOf('machine', { skipped: isSkipped ? ['machine'] : [] }, seen).state).toBe(state);
});

/** Steps that are done, but for these. */
function withOpen(...open: string[]): SetupStep[] {
  return setupSteps.map((id) => ({ id, state: open.includes(id) ? 'open' : 'done' }) as SetupStep);
}

it.each([
  ['nothing', [], null, false],
  ['what only helps', ['editor', 'project'], 'editor', false],
  ['what is needed', ['found', 'shell'], 'found', true],
  ['the last step', ['seen'], 'seen', true],
])('knows what is next where %s is open', (_, open, next, needed) => {
  expect(summary(withOpen(...open))).toMatchObject({ next, needed });
});

it('names what is needed and has a problem before what only helps', () => {
  const all = withOpen('found', 'project').map(
    (step): SetupStep => (step.id === 'shell' ? { ...step, state: 'problem' } : step),
  );
  expect(summary(all)).toMatchObject({ next: 'shell', needed: true });
});
