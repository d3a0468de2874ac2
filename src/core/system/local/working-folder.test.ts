import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workingFolder } from './working-folder.ts';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'burrow-cwd-')));
  await mkdir(join(root, 'real'));
  await symlink(process.cwd(), join(root, 'link'));
});
afterAll(() => rm(root, { recursive: true }));

it('is PWD when that leads here, also through a link', () => {
  expect(workingFolder(process.cwd())).toBe(process.cwd());
  expect(workingFolder(join(root, 'link'))).toBe(join(root, 'link'));
});

it.each([
  ['another folder', () => join(root, 'real')],
  ['a deleted folder', () => join(root, 'gone')],
  ['a relative path', () => '.'],
  ['nothing', () => undefined],
])('is the real folder when PWD is %s', (_, pwd) => {
  expect(workingFolder(pwd())).toBe(process.cwd());
});
