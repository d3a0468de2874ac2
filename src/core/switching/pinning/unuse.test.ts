import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { unuseGo } from './unuse.ts';
import { useGo } from './use.ts';

let project: string;
let file: string;
let system: System;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'burrow-unuse-'));
  file = join(project, '.go-version');
  system = { ...localSystem(), env: { BURROW_HOME: join(project, 'home') }, cwd: project };
});
afterEach(async () => {
  await rm(project, { recursive: true });
});

async function useAndUndo(version: string): Promise<void> {
  const used = await useGo(system, { version, dir: project });
  expect(await unuseGo(system, { dir: project, ...used })).toEqual({ file });
}

it('removes the file if there was none', async () => {
  await useAndUndo('1.26.1');
  expect(await readdir(project)).toEqual([]);
});

it.each([
  '1.24.9',
  '',
  '\n\n 1.24.9\t\n\n',
  '1.24.9\r\n',
  '\uFEFF1.24.9\n',
  '1.24.9\n',
  '# team\n1.22.5\n',
  'not a version\n',
  'go1.26.1\n',
])('restores %j', async (text) => {
  await writeFile(file, text);
  await useAndUndo('1.26.1');
  expect(await readFile(file, 'utf8')).toBe(text);
});

it('writes through a link in both directions', async () => {
  const shared = join(project, 'shared');
  await writeFile(shared, '1.24.9\n');
  await symlink(shared, file);
  await useAndUndo('1.26.1');
  expect((await lstat(file)).isSymbolicLink()).toBe(true);
  expect(await readFile(shared, 'utf8')).toBe('1.24.9\n');
});

it.each([
  ['changed', '1.25.0\n'],
  ['added to', '1.26.1\n# ours\n'],
])('leaves alone a file that was %s since', async (_, text) => {
  const used = await useGo(system, { version: '1.26.1', dir: project });
  await writeFile(file, text);
  await expect(unuseGo(system, { dir: project, ...used })).rejects.toMatchObject({
    code: 'version-file.changed',
    params: { file },
  });
  expect(await readFile(file, 'utf8')).toBe(text);
});

it('fails if the file or the folder is gone', async () => {
  const undo = { version: 'go1.26.1', previous: null };
  await expect(unuseGo(system, { dir: project, ...undo })).rejects.toMatchObject({
    code: 'version-file.changed',
  });
  await expect(unuseGo(system, { dir: join(project, 'gone'), ...undo })).rejects.toMatchObject({
    code: 'folder.not-found',
  });
});
