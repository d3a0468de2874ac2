import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { burrowPaths, localSystem, type System } from '#core/system';
import { unpinGo } from './unpin.ts';
import { unuseGo } from './unuse.ts';
import { useGo } from './use.ts';

let project: string;
let file: string;
let system: System;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'burrow-unpin-'));
  file = join(project, '.go-version');
  system = { ...localSystem(), env: { BURROW_HOME: join(project, 'home') }, cwd: project };
});
afterEach(async () => {
  await rm(project, { recursive: true });
});

it.each([
  '1.24.9\n',
  'go1.24.9',
  '\uFEFF1.24\r\n',
  '# team\n1.22.5 # why\n',
  'latest\n',
  'system\n',
  '1.30.1\n',
])('removes %j, which can be undone', async (text) => {
  await writeFile(file, text);
  expect(await unpinGo(system, { dir: project })).toEqual({ file, previous: text });
  await expect(lstat(file)).rejects.toThrow('ENOENT');
  expect(await unuseGo(system, { dir: project, version: null, previous: text })).toEqual({ file });
  expect(await readFile(file, 'utf8')).toBe(text);
});

it.each([
  ['newest please\n', 1, 'newest please'],
  ['# x\nhttps://example.com\n', 2, 'https://example.com'],
  ['', 1, ''],
  ['\n# nothing yet\n', 1, ''],
  ['1.24.9 1.22.5\n', 1, '1.24.9 1.22.5'],
])('keeps %j, which does not name a version', async (content, line, text) => {
  await writeFile(file, content);
  await expect(unpinGo(system, { dir: project })).rejects.toMatchObject({
    code: 'version-file.kept',
    params: { file, line, text },
  });
  expect(await readFile(file, 'utf8')).toBe(content);
});

it('reports that there was none, and touches no other file', async () => {
  const others = { '.tool-versions': 'golang 1.24.9\n', 'go.mod': 'module p\n' };
  for (const [name, text] of Object.entries(others)) await writeFile(join(project, name), text);
  expect(await unpinGo(system, { dir: project })).toEqual({ file, previous: null });
  for (const [name, text] of Object.entries(others)) {
    expect(await readFile(join(project, name), 'utf8')).toBe(text);
  }
});

it('removes a link, but not its target', async () => {
  const shared = join(project, 'shared');
  await writeFile(shared, '1.24.9\n');
  await symlink(shared, file);
  await unpinGo(system, { dir: project });
  await expect(lstat(file)).rejects.toThrow('ENOENT');
  expect(await readFile(shared, 'utf8')).toBe('1.24.9\n');
});

it('removes the default, and no pin', async () => {
  const { defaultFile } = burrowPaths(system);
  await writeFile(file, '1.24.9\n');
  await useGo(system, { version: '1.26.1', global: true });
  const taken = await unpinGo(system, { dir: project, global: true });
  expect(taken).toEqual({ file: defaultFile, previous: 'go1.26.1\n' });
  await expect(lstat(defaultFile)).rejects.toThrow('ENOENT');
  expect(await readFile(file, 'utf8')).toBe('1.24.9\n');
  const again = await unpinGo(system, { dir: project, global: true });
  expect(again).toEqual({ file: defaultFile, previous: null });
  // It is Burrow's own file, so it is removed with any content.
  await writeFile(defaultFile, 'rubbish\n');
  await unpinGo(system, { dir: project, global: true });
  await expect(lstat(defaultFile)).rejects.toThrow('ENOENT');
});

it('fails if the folder is gone, or the file is a folder', async () => {
  await expect(unpinGo(system, { dir: join(project, 'gone') })).rejects.toMatchObject({
    code: 'folder.not-found',
  });
  await mkdir(file);
  await expect(unpinGo(system, { dir: project })).rejects.toMatchObject({ code: expect.any(String) });
  expect((await lstat(file)).isDirectory()).toBe(true);
});

it('is not undone if a new file exists', async () => {
  await writeFile(file, '1.25.0\n');
  await expect(unuseGo(system, { dir: project, version: null, previous: '1.24.9\n' })).rejects.toMatchObject({
    code: 'version-file.changed',
  });
  expect(await readFile(file, 'utf8')).toBe('1.25.0\n');
});
