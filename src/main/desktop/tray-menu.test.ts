import { expect, test } from 'vitest';
import type { Task } from '#contract/tasks/task';
import { recentMenu, trayMenu, trayTip, type World } from './tray-menu.ts';

const shop = { path: '/a/R&D shop', label: 'R&D shop' };
const world: World = { locale: 'en', project: shop, version: 'go1.26.1', recent: [shop] };
const task = (given: Partial<Task>): Task => ({
  id: 'a',
  kind: 'install',
  name: 'go1.26.2',
  folder: null,
  startedAt: 0,
  fraction: null,
  ...given,
});

test('it says which Go runs in the open project, and leads into the app', () => {
  expect(trayMenu(world, [])).toEqual([
    { label: 'R&&D shop: go1.26.1', show: '/?project=%2Fa%2FR%26D%20shop' },
    'separator',
    { label: 'Open Burrow', show: null },
    { label: 'Recent Projects', entries: [{ label: 'R&&D shop', show: '/?project=%2Fa%2FR%26D%20shop' }] },
    'separator',
    { label: 'Quit Burrow', quit: true },
  ]);
});

test('running installs and builds stand there with their progress', () => {
  const tasks = [
    task({ fraction: 0.429 }),
    task({ id: 'b', kind: 'build', name: './cmd/a', folder: '/a/shop' }),
  ];
  expect(trayMenu(world, tasks).slice(1, 5)).toEqual([
    'separator',
    { label: 'Installing go1.26.2 · 42%', show: '/toolchains' },
    { label: 'Building ./cmd/a', show: '/builds?project=%2Fa%2Fshop' },
    'separator',
  ]);
});

test.each([
  ['en', null, 'go1.26.1', 'Burrow · Default Go: go1.26.1'],
  ['en', null, null, 'Burrow · Default Go: none'],
  ['zh-CN', shop, 'go1.26.1', 'Burrow · R&D shop：go1.26.1'],
  ['en', { path: '/x', label: 'a\u202eb\n' }, 'go1.26.1', 'Burrow · a\uFFFDb\uFFFD: go1.26.1'],
] as const)('in %s: %j with %s is %j', (locale, project, version, tip) => {
  expect(trayTip({ ...world, locale, project, version })).toBe(tip);
});

test('without projects, the menu says so', () => {
  expect(recentMenu({ recent: [], locale: 'zh-CN' })).toEqual([{ label: '还没有项目' }]);
});
