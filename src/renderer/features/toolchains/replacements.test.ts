import { afterEach, expect, it, vi } from 'vitest';
import type { TranslatedGo } from '#contract/native';

/** Stands in for the host: a replacement goes on until it is cancelled. */
const host = { started: 0, endRefresh: null as (() => void) | null };

vi.mock('#shared/client.ts', () => ({
  client: {
    native: {
      replace: (_: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          host.started += 1;
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    },
  },
}));
vi.mock('#shared/installs/index.ts', () => ({
  refreshToolchains: () => new Promise<void>((resolve) => (host.endRefresh = resolve)),
}));

const { cancelReplacement, replaceWithNative } = await import('./replacements.ts');

const finding = { path: '/usr/local/go' } as TranslatedGo;

afterEach(() => {
  cancelReplacement(finding.path);
  host.endRefresh?.();
});

it('can be started again as soon as the button is back, before the list is read anew', async () => {
  const first = replaceWithNative(finding);
  expect(host.started).toBe(1);
  void replaceWithNative(finding);
  expect(host.started).toBe(1);
  cancelReplacement(finding.path);
  await vi.waitFor(() => expect(host.endRefresh).not.toBeNull());
  void replaceWithNative(finding);
  expect(host.started).toBe(2);
  host.endRefresh?.();
  expect(await first).toBeNull();
});
