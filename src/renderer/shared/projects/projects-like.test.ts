import { expect, test } from 'vitest';
import type { Project } from '#contract/projects';
import { projectsLike } from './projects-like.ts';

const project = (name: string, folder: string, module: string | null = null): Project => ({
  name,
  path: `/home/gopher/${folder}/${name}`,
  module,
  exists: true,
  builds: 0,
  lastUsedAt: '2026-11-07T12:00:00.000Z',
});
const projects = [
  project('web', 'shop', 'example.com/web'),
  project('api', 'dev', 'example.com/store'),
  project('shop', 'dev'),
];

test.each([
  ['', ['web', 'api', 'shop']],
  ['  ', ['web', 'api', 'shop']],
  ['SHOP', ['shop', 'web']],
  ['store', ['api']],
  ['~/dev/', ['api', 'shop']],
  ['/home/gopher/dev', ['api', 'shop']],
  ['nothing', []],
])('%j finds %j', (typed, names) => {
  expect(projectsLike(projects, typed, '/home/gopher').map(({ name }) => name)).toEqual(names);
});
