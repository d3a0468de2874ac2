import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClientProvider, QueryObserver } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { failure } from '#contract/failure';
import type { Settings } from '#contract/settings';

/** A host whose calls are answered by the test, in any order. */
const reads: PromiseWithResolvers<Settings>[] = [];
const writes: PromiseWithResolvers<Settings>[] = [];
function call(calls: PromiseWithResolvers<Settings>[]): Promise<Settings> {
  const answer = Promise.withResolvers<Settings>();
  calls.push(answer);
  return answer.promise;
}
const client = { settings: { get: () => call(reads), set: () => call(writes) } };

vi.mock('./client.ts', () => ({ client, orpc: createTanstackQueryUtils(client as never) }));
vi.mock('./i18n/index.ts', () => ({ speak: () => undefined }));

const { orpc } = await import('./client.ts');
const { queries } = await import('./queries.ts');
const { useChangePreferences, usePreferences } = await import('./preferences.ts');

/** What a component would get if it were drawn now. */
function render() {
  const drawn = {} as { preferences: Settings; change: (change: Partial<Settings>) => void };
  function Probe() {
    drawn.preferences = usePreferences();
    drawn.change = useChangePreferences().mutate;
    return null;
  }
  renderToString(createElement(QueryClientProvider, { client: queries }, createElement(Probe)));
  return drawn;
}
const theme = () => render().preferences.theme;
const change = (to: Partial<Settings>) => render().change(to);

function answer(calls: PromiseWithResolvers<Settings>[], index: number, to: Partial<Settings>): void {
  calls[index]?.resolve({ theme: 'light', language: 'en', installMissing: false, ...to });
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

it('a change is shown although the first read, begun before it, is answered after it', async () => {
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

it('a change that was saved first is not undone by the answer to an older read', async () => {
  await count(reads, 1);
  change({ theme: 'dark' });
  await count(writes, 1);
  answer(writes, 0, { theme: 'dark' });
  await vi.waitFor(() => expect(queries.isMutating()).toBe(0));
  answer(reads, 0, { theme: 'light' });
  await idle();
  expect(theme()).toBe('dark');
});

it('a read that begins while a change is being saved does not undo it', async () => {
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

it('what the host answers counts in the end', async () => {
  answer(reads, 0, {});
  await idle();
  change({ theme: 'dark' });
  await count(writes, 1);
  answer(writes, 0, { theme: 'system', installMissing: true });
  await idle();
  expect(render().preferences).toEqual({ theme: 'system', language: 'en', installMissing: true });
});

it('changes are saved one after the other, and all of them are shown meanwhile', async () => {
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

it('of two changes, the one that fails is taken back and the other stays', async () => {
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

it('a change that fails before the first answer leaves nothing behind', async () => {
  await count(reads, 1);
  change({ theme: 'dark' });
  await count(writes, 1);
  writes[0]?.reject(failure('connection.lost', {}));
  await count(reads, 2);
  answer(reads, 1, { theme: 'light' });
  await idle();
  expect(theme()).toBe('light');
});
