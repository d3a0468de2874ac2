import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, prepareHome, type System } from '#core/system';
import { logBug } from './log.ts';

let home: string;
let system: System;
let log: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-log-'));
  system = { ...localSystem(), env: { BURROW_HOME: home } };
  log = join((await prepareHome(system)).logs, 'bugs.log');
});
afterEach(() => rm(home, { recursive: true }));

it('puts a log of a megabyte aside, and keeps two of them', async () => {
  for (const old of ['first', 'second', 'third']) {
    await writeFile(log, old.padEnd(1_000_000, '.'));
    await logBug(system, 'x', new Error('a bug'));
  }
  expect((await readdir(join(home, 'logs'))).toSorted()).toEqual(['bugs.log', 'bugs.log.1', 'bugs.log.2']);
  expect(await readFile(log, 'utf8')).toMatch(/^\S+ x\nError: a bug/);
  expect(await readFile(`${log}.1`, 'utf8')).toMatch(/^third\./);
  expect(await readFile(`${log}.2`, 'utf8')).toMatch(/^second\./);
});

it('appends to a shorter one', async () => {
  await writeFile(log, 'before\n');
  await logBug(system, 'x', 'a bug');
  expect(await readFile(log, 'utf8')).toMatch(/^before\n\S+ x\na bug\n\n$/);
});

it('does not wait for a pipe in its place', async () => {
  await promisify(execFile)('mkfifo', [log]);
  await logBug(system, 'x', new Error('a bug'));
});
