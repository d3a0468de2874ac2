import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { sampleBuildCache } from './build-cache.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-cache-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function fill(names: readonly string[], files: number): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name));
    const all = Array.from({ length: files }, (_, index) => join(folder, name, `${index}-d`));
    await Promise.all(all.map((path) => writeFile(path, '0123456789')));
  }
}

function sample() {
  const system = { ...localSystem(), env: { GOCACHE: folder } };
  return sampleBuildCache({ system, dir: folder }, new AbortController().signal);
}

it('is nothing where there is no cache', async () => {
  await fill(['fuzz', 'abc'], 1);
  expect(await sample()).toBeNull();
});

it('sees all of a small cache, and follows no link', async () => {
  await fill(['00', 'ff'], 3);
  await writeFile(join(folder, 'README'), 'x');
  await symlink('/', join(folder, '00', 'root'));
  const found = await sample();
  expect(found?.entries.map(({ path }) => path.slice(folder.length)).toSorted()).toEqual(
    ['', '/00', '/00/0-d', '/00/1-d', '/00/2-d', '/00/root', '/ff', '/ff/0-d', '/ff/1-d', '/ff/2-d'].toSorted(
      (a, b) => (a < b ? -1 : 1),
    ),
  );
  expect(found?.bytes).toBe(61);
});

it('looks at a part of a large one, and estimates the rest', async () => {
  const names = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '0a', '0b', '0c'];
  await fill(names, 550);
  const found = await sample();
  // 8 folders are enough, and of each the first 500 files.
  expect(found?.entries).toHaveLength(1 + names.length + 8 * 500);
  expect(found?.bytes).toBe(names.length * 550 * 10);
});
