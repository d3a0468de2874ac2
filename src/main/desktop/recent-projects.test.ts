import { expect, test } from 'vitest';
import type { Project } from '#contract/projects';
import { recentProjects } from './recent-projects.ts';

const project = (path: string, exists = true): Project => ({
  path,
  name: path.split('/').at(-1) ?? '',
  module: null,
  exists,
  builds: 0,
  lastUsedAt: '2026-11-01T00:00:00.000Z',
});

test('the last used ones, without those that are gone, told apart where names are the same', () => {
  const projects = [project('/a/shop'), project('/gone', false), project('/b/shop'), project('/c/tool')];
  expect(recentProjects(projects)).toEqual([
    { path: '/a/shop', label: 'shop (/a/shop)' },
    { path: '/b/shop', label: 'shop (/b/shop)' },
    { path: '/c/tool', label: 'tool' },
  ]);
});

test('not more than the menus hold', () => {
  const projects = Array.from({ length: 40 }, (_, n) => project(`/p${n}`));
  expect(recentProjects(projects).map(({ path }) => path)).toEqual([
    '/p0',
    '/p1',
    '/p2',
    '/p3',
    '/p4',
    '/p5',
    '/p6',
    '/p7',
  ]);
});
