import { expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';
import type { SetupStep } from '#contract/setup';

const run = vi.fn<() => Promise<never>>();
vi.stubGlobal('sessionStorage', { setItem: () => {}, removeItem: () => {} });
vi.mock('#shared/client.ts', () => ({
  client: { setup: { run } },
  orpc: { setup: { status: { key: () => ['status'], queryKey: () => ['status'] } } },
}));

const { queries } = await import('#shared/queries.ts');
const { showStep, startRun } = await import('./runs.ts');

it.each([failure('setup.preview-outdated', {}), failure('cancelled', {})])(
  'what is shown is read again after $code, so that the next try does not fail for what was shown before',
  async (error) => {
    queries.setQueryData(['preview'], { id: 'old' });
    run.mockRejectedValueOnce(error);
    await startRun({ step: 'shell' }, 'old');
    await vi.waitFor(() => expect(queries.getQueryState(['preview'])?.isInvalidated).toBe(true));
  },
);

function step(id: string, state: string): SetupStep {
  return { id, state } as SetupStep;
}

it('a step that was left is shown so before the shells have answered', () => {
  queries.setQueryData(['status'], { steps: [step('found', 'open'), step('proxy', 'open')], next: 'found' });
  showStep(step('found', 'skipped'));
  expect(queries.getQueryData(['status'])).toMatchObject({
    steps: [{ state: 'skipped' }, { state: 'open' }],
  });
});
