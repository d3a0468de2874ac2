import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { burrowPaths, localSystem, prepareHome, type System } from '#core/system';
import { answerFolder } from './folder.ts';

let root: string;
let system: System;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'burrow-answers-'));
  system = { ...localSystem(), env: { BURROW_HOME: join(root, 'home') } };
});
afterEach(() => rm(root, { recursive: true }));

it('is in the home if there is one', async () => {
  await prepareHome(system);
  await using folder = await answerFolder(system);
  expect(dirname(folder.path)).toBe(burrowPaths(system).staging);
});

it('makes no home, and is nobody else’s', async () => {
  const folder = await answerFolder(system);
  expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  expect(existsSync(burrowPaths(system).root)).toBe(false);
  await folder[Symbol.asyncDispose]();
  expect(existsSync(folder.path)).toBe(false);
});
