import { onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { queries, refresh } from './queries.ts';

afterEach(() => {
  queries.clear();
  onlineManager.setOnline(true);
});

/** Observes a query whose reads the test answers, in any order. */
function shown(queryKey: readonly string[]) {
  const reads: PromiseWithResolvers<string>[] = [];
  const queryFn = () => {
    const read = Promise.withResolvers<string>();
    reads.push(read);
    return read.promise;
  };
  const observer = new QueryObserver(queries, { queryKey, queryFn });
  observer.subscribe(() => undefined);
  return {
    observer,
    begun: (number: number) => vi.waitFor(() => expect(reads).toHaveLength(number)),
    answer: (number: number, text: string) => reads[number - 1]?.resolve(text),
    data: () => observer.getCurrentResult().data,
  };
}

it('repeats a first read that is still running, which may have started before the change', async () => {
  const list = shown(['list']);
  await list.begun(1);
  const refreshed = refresh(['list']);
  await list.begun(2);
  list.answer(1, 'before');
  list.answer(2, 'after');
  await refreshed;
  expect(list.data()).toBe('after');
});

it('repeats a later read that is still running, and keeps the previous result meanwhile', async () => {
  const list = shown(['list']);
  await list.begun(1);
  list.answer(1, 'first');
  await vi.waitFor(() => expect(list.data()).toBe('first'));
  void list.observer.refetch();
  await list.begun(2);
  const refreshed = refresh(['list']);
  await list.begun(3);
  list.answer(2, 'before');
  expect(list.data()).toBe('first');
  list.answer(3, 'after');
  await refreshed;
  expect(list.data()).toBe('after');
});

it('resolves with the newest result when two refreshes overlap', async () => {
  const list = shown(['list']);
  await list.begun(1);
  list.answer(1, 'first');
  await vi.waitFor(() => expect(list.data()).toBe('first'));
  const whenDone: (string | undefined)[] = [];
  const note = () => whenDone.push(list.data());
  const both = [refresh(['list']).then(note), refresh(['list']).then(note)];
  await list.begun(3);
  list.answer(2, 'older');
  list.answer(3, 'newest');
  await Promise.all(both);
  expect(whenDone).toEqual(['newest', 'newest']);
});

it('reads the queries with these keys, and no others', async () => {
  const [a, b, other] = [shown(['a', 'list']), shown(['b']), shown(['c'])];
  for (const each of [a, b, other]) {
    await each.begun(1);
    each.answer(1, 'first');
  }
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  const refreshed = refresh(['a'], ['b']);
  await Promise.all([a.begun(2), b.begun(2)]);
  a.answer(2, 'after');
  b.answer(2, 'after');
  await refreshed;
  expect([a.data(), b.data(), other.data()]).toEqual(['after', 'after', 'first']);
});

it('reads while the machine is offline, because the host runs on it', async () => {
  onlineManager.setOnline(false);
  const list = shown(['list']);
  await list.begun(1);
  list.answer(1, 'there');
  await vi.waitFor(() => expect(list.data()).toBe('there'));
});

it('is, with optimistic.ts, the only code that invalidates or writes query results', () => {
  const files = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const users = Object.entries(files).filter(([, text]) =>
    /\.(?:invalidateQueries|setQueryData)(?:<\w+>)?\(/.test(text),
  );
  expect(users.map(([path]) => path)).toEqual(['./optimistic.ts', './queries.ts']);
});
