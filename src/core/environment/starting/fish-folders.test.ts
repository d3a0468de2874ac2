import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withoutFishFolders } from './fish-folders.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-fish-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const start = (...made: string[]) =>
  withoutFishFolders({ env: {}, home }, async () => {
    for (const folder of made) await mkdir(join(home, folder), { recursive: true });
  });
const usual = ['.config/fish/conf.d', '.config/fish/functions', '.local/share/fish'];

it('takes out what fish has made', async () => {
  await start(...usual);
  expect(await readdir(home)).toEqual([]);
});

it('keeps what was there, and what has something in it', async () => {
  await mkdir(join(home, '.config'));
  await start(...usual);
  expect(await readdir(home)).toEqual(['.config']);
  await withoutFishFolders({ env: {}, home }, async () => {
    await mkdir(join(home, '.config/fish'));
    await writeFile(join(home, '.config/fish/fish_variables'), '');
  });
  expect(await readdir(join(home, '.config/fish'))).toEqual(['fish_variables']);
});

it('waits for the last of several starts, and takes out also where one fails', async () => {
  const failing = withoutFishFolders({ env: {}, home }, async () => {
    await mkdir(join(home, '.config/fish'), { recursive: true });
    throw new Error('x');
  });
  const others = Promise.all([start(...usual), start(...usual)]);
  await expect(failing).rejects.toThrow('x');
  await others;
  expect(await readdir(home)).toEqual([]);
});
