import { expect, test } from 'vitest';
import type { BuildRun } from '#contract/build-runs';
import type { InstallProgress } from '#contract/install-progress';
import { watchTasks } from './watch-tasks.ts';

const progress = { version: 'go1.26.1', bytes: 25, totalBytes: 100, building: null };

function watching() {
  const ended: string[] = [];
  let changes = 0;
  const tasks = watchTasks(() => 5, {
    changed: () => (changes += 1),
    ended: (task, ending) => ended.push(`${task.kind} ${task.name} ${ending}`),
  });
  const install = (path: string, input: unknown, stream: () => AsyncGenerator, signal?: AbortSignal) =>
    tasks.watch({
      path: path.split('.'),
      input,
      signal,
      next: async () => stream(),
    }) as Promise<AsyncGenerator>;
  return { tasks, ended, install, changes: () => changes };
}

async function* installing(): AsyncGenerator {
  yield progress;
  return { toolchain: {}, already: false, warnings: [] };
}

test('an install is running until it ends, with its version and progress', async () => {
  const { tasks, ended, install } = watching();
  const stream = await install('toolchains.install', { version: '1.26' }, installing);
  expect(tasks.running()).toEqual([
    { id: 'install 1', kind: 'install', name: '1.26', folder: null, startedAt: 5, fraction: null },
  ]);
  expect(await stream.next()).toEqual({ done: false, value: progress });
  expect(tasks.running()).toMatchObject([{ name: 'go1.26.1', fraction: 0.25 }]);
  expect(await stream.next()).toMatchObject({ done: true, value: { already: false } });
  expect([tasks.running(), ended]).toEqual([[], ['install go1.26.1 done']]);
});

const run = (state: BuildRun['state'], given: Partial<BuildRun> = {}): { type: 'run'; run: BuildRun } => ({
  type: 'run',
  run: {
    id: 3,
    request: { dir: '/shop', args: ['-v', './cmd/server'], subject: './cmd/server' },
    state,
    steps: [],
    install: null,
    command: null,
    goVersion: null,
    startedAt: '1970-01-01T00:00:02.000Z',
    durationMs: null,
    build: null,
    error: null,
    ...given,
  },
});

test.each([
  ['succeeded', 'done'],
  ['failed', 'failed'],
  ['not-started', 'failed'],
  ['cancelled', 'cancelled'],
] as const)('a build that is %s is %s', (state, ending) => {
  const { tasks, ended } = watching();
  const steps: BuildRun['steps'] = [{ name: 'install', startedAt: '', durationMs: null }];
  tasks.saw(run('running', { steps, install: progress as InstallProgress }));
  expect(tasks.running()).toEqual([
    { id: 'run 3', kind: 'build', name: './cmd/server', folder: '/shop', startedAt: 2000, fraction: 0.25 },
  ]);
  tasks.saw(run('cancelling'));
  expect(tasks.running()).toMatchObject([{ fraction: null }]);
  tasks.saw({ type: 'output', id: 3, text: 'x', whole: false });
  tasks.saw(run(state));
  tasks.saw(run(state));
  expect([tasks.running(), ended]).toEqual([[], [`build ./cmd/server ${ending}`]]);
});

test('a build that had ended before is not running, and is not announced', () => {
  const { tasks, ended } = watching();
  tasks.saw(run('succeeded'));
  expect([tasks.running(), ended]).toEqual([[], []]);
});

async function* failing(): AsyncGenerator {
  yield progress;
  throw new Error('no network');
}

test.each([
  [false, 'failed'],
  [true, 'cancelled'],
])('a task that throws (aborted: %s) has %s, and whoever reads it is told', async (aborted, ending) => {
  const { tasks, ended, install } = watching();
  const signal = aborted ? AbortSignal.abort() : new AbortController().signal;
  const stream = await install('toolchains.install', { version: '1.26.1' }, failing, signal);
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
  const { tasks, ended, install } = watching();
  let stopped = false;
  const stream = await install('toolchains.install', { version: '1.26.1' }, async function* () {
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
  const { tasks, install, changes } = watching();
  const result = { toolchains: [] };
  expect(await install('toolchains.list', {}, () => result as unknown as AsyncGenerator)).toBe(result);
  expect([tasks.running(), changes()]).toEqual([[], 0]);
});

test('names are shown without control characters', async () => {
  const { tasks, install } = watching();
  await install('toolchains.install', { version: '1.26\n\u202e' }, installing);
  expect(tasks.running()).toMatchObject([{ name: '1.26\uFFFD\uFFFD' }]);
});
