import { expect, test } from 'vitest';
import type { BuildRun } from '#contract/build-runs';
import type { InstallProgress } from '#contract/install-progress';
import type { InstallRun } from '#contract/install-runs';
import { taskOfInstall, taskOfRun } from '#contract/tasks/task';
import { watchTasks } from './watch-tasks.ts';

const progress: InstallProgress = {
  version: 'go1.26.1',
  phase: 'downloading',
  bytes: 25,
  totalBytes: 100,
  bytesPerSecond: null,
  source: null,
  building: null,
};

function watching() {
  const ended: string[] = [];
  const tasks = watchTasks({
    changed: () => undefined,
    ended: (task, ending) => ended.push(`${task.kind} ${task.name} ${ending}`),
  });
  return { tasks, ended };
}

const installed = (state: InstallRun['state'], given: Partial<InstallRun> = {}) =>
  taskOfInstall({
    id: 1,
    request: { version: '1.26' },
    state,
    progress: null,
    startedAt: '1970-01-01T00:00:00.005Z',
    result: null,
    error: null,
    ...given,
  });

test.each([
  ['installed', 'done'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
] as const)('an install is running, with its version and progress, until it is %s', (state, ending) => {
  const { tasks, ended } = watching();
  tasks.saw(installed('running'));
  expect(tasks.running()).toEqual([
    { id: 'install 1', kind: 'install', name: '1.26', folder: null, startedAt: 5, fraction: null },
  ]);
  tasks.saw(installed('cancelling', { progress }));
  expect(tasks.running()).toMatchObject([{ name: 'go1.26.1', fraction: 0.25 }]);
  tasks.saw(installed(state, { progress }));
  tasks.saw(installed(state, { progress }));
  expect([tasks.running(), ended]).toEqual([[], [`install go1.26.1 ${ending}`]]);
});

test('names are shown without control characters', () => {
  const { tasks } = watching();
  tasks.saw(installed('running', { request: { version: '1.26\n\u202e' } }));
  expect(tasks.running()).toMatchObject([{ name: '1.26\uFFFD\uFFFD' }]);
});

const run = (state: BuildRun['state'], given: Partial<BuildRun> = {}) =>
  taskOfRun({
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
  });

test.each([
  ['succeeded', 'done'],
  ['failed', 'failed'],
  ['not-started', 'failed'],
  ['cancelled', 'cancelled'],
] as const)('a build that is %s is %s', (state, ending) => {
  const { tasks, ended } = watching();
  const steps: BuildRun['steps'] = [{ name: 'install', startedAt: '', durationMs: null }];
  tasks.saw(run('running', { steps, install: progress }));
  expect(tasks.running()).toEqual([
    { id: 'run 3', kind: 'build', name: './cmd/server', folder: '/shop', startedAt: 2000, fraction: 0.25 },
  ]);
  tasks.saw(run('cancelling'));
  expect(tasks.running()).toMatchObject([{ fraction: null }]);
  tasks.saw(run(state));
  tasks.saw(run(state));
  expect([tasks.running(), ended]).toEqual([[], [`build ./cmd/server ${ending}`]]);
});

test('a build that had ended before is not running, and is not announced', () => {
  const { tasks, ended } = watching();
  tasks.saw(run('succeeded'));
  expect([tasks.running(), ended]).toEqual([[], []]);
});
