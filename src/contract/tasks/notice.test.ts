import { expect, test } from 'vitest';
import { noticeOf } from './notice.ts';
import type { Ending, Task } from './task.ts';

const install: Task = {
  id: 'a',
  kind: 'install',
  name: 'go1.26.2',
  folder: null,
  startedAt: 1000,
  fraction: null,
};
const build: Task = { ...install, kind: 'build', name: './cmd/a', folder: '/a/shop' };
const later = { now: 73_000, isWatched: false, locale: 'en' } as const;

test.each<[Task, Ending, string, object]>([
  [install, 'done', 'go1.26.2 is installed', { path: '/toolchains' }],
  [install, 'failed', 'go1.26.2 was not installed', { path: '/toolchains' }],
  [build, 'done', './cmd/a was built', { path: '/builds', project: '/a/shop' }],
  [build, 'failed', './cmd/a was not built', { path: '/builds', project: '/a/shop' }],
])('%j that is %s is announced', (task, ending, title, page) => {
  expect(noticeOf(task, ending, later)).toMatchObject({ title, page });
});

test('it says how long it took, in the language of the user', () => {
  expect(noticeOf(build, 'done', later)?.body).toBe('It took 1 min 12 s.');
  expect(noticeOf(build, 'failed', { ...later, locale: 'zh-CN' })).toMatchObject({
    title: './cmd/a 构建失败',
  });
});

test.each([
  ['short', 'done', { ...later, now: 10_999 }],
  ['cancelled', 'cancelled', later],
  ['watched', 'done', { ...later, isWatched: true }],
] as const)('a task that is %s is not', (_why, ending, when) => {
  expect(noticeOf(build, ending, when)).toBeNull();
});

test('ten seconds are long', () => {
  expect(noticeOf(build, 'done', { ...later, now: 11_000 })).not.toBeNull();
});
