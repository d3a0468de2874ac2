import { expect, test } from 'vitest';
import { watchTasks } from './watch-tasks.ts';

const progress = { version: 'go1.26.1', bytes: 25, totalBytes: 100, building: null };

function watching() {
  const ended: string[] = [];
  let changes = 0;
  const tasks = watchTasks(() => 5, {
    changed: () => (changes += 1),
    ended: (task, ending) => ended.push(`${task.kind} ${task.name} ${ending}`),
  });
  const run = (path: string, input: unknown, stream: () => AsyncGenerator, signal?: AbortSignal) =>
    tasks.watch({
      path: path.split('.'),
      input,
      signal,
      next: async () => stream(),
    }) as Promise<AsyncGenerator>;
  return { tasks, ended, run, changes: () => changes };
}

async function* installing(): AsyncGenerator {
  yield progress;
  return { toolchain: {}, already: false, warnings: [] };
}

test('an install is running until it ends, with its version and progress', async () => {
  const { tasks, ended, run } = watching();
  const stream = await run('toolchains.install', { version: '1.26' }, installing);
  expect(tasks.running()).toEqual([
    { id: 1, kind: 'install', name: '1.26', folder: null, startedAt: 5, fraction: null },
  ]);
  expect(await stream.next()).toEqual({ done: false, value: progress });
  expect(tasks.running()).toMatchObject([{ name: 'go1.26.1', fraction: 0.25 }]);
  expect(await stream.next()).toMatchObject({ done: true, value: { already: false } });
  expect([tasks.running(), ended]).toEqual([[], ['install go1.26.1 done']]);
});

test.each([
  ['succeeded', 'done'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
])('a build that %s is %s', async (status, ending) => {
  const { tasks, ended, run } = watching();
  const stream = await run('builds.run', { dir: '/shop', args: ['-v', './cmd/server'] }, async function* () {
    yield { type: 'installing', progress };
    yield { type: 'started', goVersion: null, command: [] };
    yield { type: 'output', stream: 'stdout', text: 'x' };
    return { build: { status } };
  });
  await stream.next();
  expect(tasks.running()).toMatchObject([{ name: './cmd/server', folder: '/shop', fraction: 0.25 }]);
  await stream.next();
  expect(tasks.running()).toMatchObject([{ fraction: null }]);
  await stream.next();
  await stream.next();
  expect(ended).toEqual([`build ./cmd/server ${ending}`]);
});

test.each([
  [false, 'failed'],
  [true, 'cancelled'],
])('a task that throws (aborted: %s) has %s, and whoever reads it is told', async (aborted, ending) => {
  const { tasks, ended, run } = watching();
  const signal = aborted ? AbortSignal.abort() : new AbortController().signal;
  const fail = async function* (): AsyncGenerator {
    yield progress;
    throw new Error('no network');
  };
  const stream = await run('toolchains.install', { version: '1.26.1' }, fail, signal);
  await stream.next();
  await expect(stream.next()).rejects.toThrow('no network');
  expect([tasks.running(), ended]).toEqual([[], [`install go1.26.1 ${ending}`]]);
});

test('a task whose call is refused has failed', async () => {
  const { tasks, ended } = watching();
  const call = {
    path: ['toolchains', 'install'],
    input: null,
    next: () => Promise.reject(new Error('refused')),
  };
  await expect(tasks.watch(call)).rejects.toThrow('refused');
  expect([tasks.running(), ended]).toEqual([[], ['install  failed']]);
});

test('a task that its reader leaves is cancelled and stopped', async () => {
  const { tasks, ended, run } = watching();
  let stopped = false;
  const stream = await run('toolchains.install', { version: '1.26.1' }, async function* () {
    try {
      yield progress;
      yield progress;
    } finally {
      stopped = true;
    }
  });
  await stream.next();
  await stream.return(undefined);
  expect([tasks.running(), ended, stopped]).toEqual([[], ['install go1.26.1 cancelled'], true]);
});

test('other calls pass untouched', async () => {
  const { tasks, run, changes } = watching();
  const result = { toolchains: [] };
  expect(await run('toolchains.list', {}, () => result as unknown as AsyncGenerator)).toBe(result);
  expect([tasks.running(), changes()]).toEqual([[], 0]);
});

test('names are shown without control characters', async () => {
  const { tasks, run } = watching();
  await run('toolchains.install', { version: '1.26\n\u202e' }, installing);
  expect(tasks.running()).toMatchObject([{ name: '1.26\uFFFD\uFFFD' }]);
});
