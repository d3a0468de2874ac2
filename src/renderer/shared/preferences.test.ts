import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClientProvider, QueryObserver } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';
import { defaultSettings } from '#contract/default-settings';
import type { Settings } from '#contract/settings';

/** A host whose calls the test answers, in any order. */
const reads: PromiseWithResolvers<Settings>[] = [];
const writes: PromiseWithResolvers<Settings>[] = [];
function call(calls: PromiseWithResolvers<Settings>[]): Promise<Settings> {
  const result = Promise.withResolvers<Settings>();
  calls.push(result);
  return result.promise;
}
const client = { settings: { get: () => call(reads), set: () => call(writes) } };

vi.mock('./client.ts', () => ({ client, orpc: createTanstackQueryUtils(client as never) }));
vi.mock('./i18n/index.ts', () => ({ changeLanguage: () => undefined }));

const { orpc } = await import('./client.ts');
const { queries } = await import('./queries.ts');
const { useChangePreferences, usePreferences } = await import('./preferences.ts');

interface Hooks {
  preferences: Settings;
  change: (change: Partial<Settings>) => void;
}

function Probe({ onRender }: { onRender: (hooks: Hooks) => void }) {
  const preferences = usePreferences();
  const { mutate: change } = useChangePreferences();
  onRender({ preferences, change });
  return null;
}

/** What the hooks return in a component that renders now. */
function render(): Hooks {
  const onRender = vi.fn<(hooks: Hooks) => void>();
  const probe = createElement(Probe, { onRender });
  renderToString(createElement(QueryClientProvider, { client: queries }, probe));
  return onRender.mock.lastCall?.[0] as Hooks;
}

const theme = () => render().preferences.theme;
const change = (to: Partial<Settings>) => render().change(to);

function answer(calls: PromiseWithResolvers<Settings>[], index: number, to: Partial<Settings>): void {
  calls[index]?.resolve({ ...defaultSettings, theme: 'light', language: 'en', ...to });
}
const count = (calls: unknown[], length: number) => vi.waitFor(() => expect(calls).toHaveLength(length));
const idle = () => vi.waitFor(() => expect(queries.isMutating() + queries.isFetching()).toBe(0));

let leave: () => void;
beforeEach(() => {
  leave?.();
  queries.clear();
  reads.length = 0;
  writes.length = 0;
  leave = new QueryObserver(queries, orpc.settings.get.queryOptions()).subscribe(() => undefined);
});

it('shows a change although the first read, started before it, is answered after it', async () => {
  await count(reads, 1);
  change({ theme: 'dark' });
  await count(writes, 1);
  expect(theme()).toBe('dark');
  answer(reads, 0, { theme: 'light' });
  await Promise.resolve();
  expect(theme()).toBe('dark');
  answer(writes, 0, { theme: 'dark' });
  await idle();
  expect(theme()).toBe('dark');
});

it('keeps a saved change when an older read is answered', async () => {
  await count(reads, 1);
  change({ theme: 'dark' });
  await count(writes, 1);
  answer(writes, 0, { theme: 'dark' });
  await vi.waitFor(() => expect(queries.isMutating()).toBe(0));
  answer(reads, 0, { theme: 'light' });
  await idle();
  expect(theme()).toBe('dark');
});

it('keeps a change when a read started while saving is answered', async () => {
  answer(reads, 0, { theme: 'light' });
  await idle();
  change({ theme: 'dark' });
  await count(writes, 1);
  void queries.refetchQueries();
  await count(reads, 2);
  answer(reads, 1, { theme: 'light' });
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(theme()).toBe('dark');
});

it('shows in the end what the host answered', async () => {
  answer(reads, 0, {});
  await idle();
  change({ theme: 'dark' });
  await count(writes, 1);
  answer(writes, 0, { theme: 'system', installMissing: true });
  await idle();
  expect(render().preferences).toMatchObject({ theme: 'system', language: 'en', installMissing: true });
});

it('saves changes one after the other, and shows all of them meanwhile', async () => {
  answer(reads, 0, {});
  await idle();
  change({ theme: 'dark' });
  change({ installMissing: true });
  await count(writes, 1);
  expect(render().preferences).toMatchObject({ theme: 'dark', installMissing: true });
  answer(writes, 0, { theme: 'dark' });
  await count(writes, 2);
  expect(render().preferences).toMatchObject({ theme: 'dark', installMissing: true });
  answer(writes, 1, { theme: 'dark', installMissing: true });
  await idle();
  expect(render().preferences).toMatchObject({ theme: 'dark', installMissing: true });
});

it('takes back only the change that failed', async () => {
  answer(reads, 0, {});
  await idle();
  change({ theme: 'dark' });
  change({ installMissing: true });
  await count(writes, 1);
  writes[0]?.reject(failure('connection.lost', {}));
  await count(reads, 2);
  answer(reads, 1, {});
  await count(writes, 2);
  expect(render().preferences).toMatchObject({ theme: 'light', installMissing: true });
  answer(writes, 1, { installMissing: true });
  await idle();
  expect(render().preferences).toMatchObject({ theme: 'light', installMissing: true });
});

it('takes back a change that fails before the first answer', async () => {
  await count(reads, 1);
  change({ theme: 'dark' });
  await count(writes, 1);
  writes[0]?.reject(failure('connection.lost', {}));
  await count(reads, 2);
  answer(reads, 1, { theme: 'light' });
  await idle();
  expect(theme()).toBe('light');
});
