import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Wish } from '../wishes/index.ts';
import { repositoryBelow } from './repository.ts';

let root: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-repository-')));
  await mkdir(join(root, 'code/repo/.git'), { recursive: true });
  await mkdir(join(root, 'code/repo/api/internal'), { recursive: true });
  await mkdir(join(root, 'code/repo/module'));
  await writeFile(join(root, 'code/repo/module/.git'), 'gitdir: ../.git/modules/module\n');
  await mkdir(join(root, 'code/loose'));
});
afterAll(() => rm(root, { recursive: true }));

const pin = (folder: string): Wish => ({
  rule: 'go-version-file',
  file: join(root, folder, '.go-version'),
  line: 1,
  text: '1.26.1',
  strength: 'pin',
  wanted: 'go1.26.1',
  bare: false,
});

it.each([
  ['a pin above the repository', '.', 'code/repo/api/internal', 'code/repo'],
  ['a pin beside the repository', 'code', 'code/repo', 'code/repo'],
  ['a pin at the top of the repository', 'code/repo', 'code/repo/api', null],
  ['a pin inside the repository', 'code/repo/api', 'code/repo/api/internal', null],
  ['a pin above a submodule', 'code/repo', 'code/repo/module', 'code/repo/module'],
  ['no repository', '.', 'code/loose', null],
])('%s', async (_, pinned, dir, expected) => {
  const repository = await repositoryBelow(pin(pinned), join(root, dir));
  expect(repository).toBe(expected && join(root, expected));
});

it.each([
  ['a minimum', { rule: 'go-work-go', strength: 'minimum' }],
  ['the default', { rule: 'default' }],
  ['the variable', { rule: 'burrow-go', file: 'BURROW_GO', line: null }],
] as const)('%s is not outside of anything', async (_, change) => {
  expect(await repositoryBelow({ ...pin('.'), ...change }, join(root, 'code/repo'))).toBeNull();
});
