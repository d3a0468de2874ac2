import { expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';

const run = vi.fn<() => Promise<never>>();
vi.stubGlobal('sessionStorage', { setItem: () => {}, removeItem: () => {} });
vi.mock('#shared/client.ts', () => ({
  client: { setup: { run } },
  orpc: { setup: { status: { key: () => ['status'] } } },
}));

const { queries } = await import('#shared/queries.ts');
const { startRun } = await import('./runs.ts');

it.each([failure('setup.preview-outdated', {}), failure('cancelled', {})])(
  'what is shown is read again after $code, so that the next try does not fail for what was shown before',
  async (error) => {
    queries.setQueryData(['preview'], { id: 'old' });
    run.mockRejectedValueOnce(error);
    await startRun({ step: 'shell' }, 'old');
    expect(queries.getQueryState(['preview'])?.isInvalidated).toBe(true);
  },
);
