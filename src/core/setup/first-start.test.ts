import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { isFirstStart, leaveSetup } from './first-start.ts';

let folder: string;
let system: System;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-first-start-'));
  system = { ...localSystem(), home: folder, env: { BURROW_HOME: join(folder, '.burrow') } };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is one where Burrow has no home, and asking makes none', async () => {
  expect(await isFirstStart(system)).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

it.each([
  [
    'a toolchain',
    (home: string) => mkdir(join(home, 'toolchains/go1.26.1.linux-amd64'), { recursive: true }),
  ],
  ['a default', (home: string) => writeFile(join(home, 'default'), 'go1.26.1\n')],
])('is none where there is %s', async (_, make) => {
  await mkdir(join(folder, '.burrow'), { mode: 0o700 });
  await make(join(folder, '.burrow'));
  expect(await isFirstStart(system)).toBe(false);
});

it('is none once the user has left the set-up', async () => {
  await leaveSetup(system);
  expect(await isFirstStart(system)).toBe(false);
});
