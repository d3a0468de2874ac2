import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock } from '#core/system';

const childProgram = fileURLToPath(new URL('../support/lock-child.ts', import.meta.url));

let folder: string;
let children: ChildProcess[];
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-locks-'));
  children = [];
  said = [];
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  await rm(folder, { recursive: true, force: true });
});

function start(): ChildProcess {
  const child = spawn(process.execPath, [childProgram, join(folder, 'go1.26.1'), join(folder, 'inside')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')));
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

const count = (words: string): number => said.filter((line) => line.startsWith(words)).length;

test('one at a time, whoever is killed in the middle', async (ctx) => {
  if (!existsSync('/proc/self/stat')) ctx.skip('needs /proc to tell the dead from the living');
  for (let i = 0; i < 5; i++) start();
  await expect.poll(() => count('held')).toBeGreaterThan(20);
  for (let killed = 0; killed < 15; killed++) {
    await sleep(Math.random() * 150);
    await kill(children[killed] as ChildProcess);
    start();
  }
  const before = count('held');
  await expect.poll(() => count('held')).toBeGreaterThan(before + 20);

  expect(said.filter((line) => line.startsWith('violated'))).toEqual([]);
});

test('the lock of a killed process is free, and its claim is cleared away', async () => {
  const child = start();
  await expect.poll(() => count('held')).toBeGreaterThan(0);
  await kill(child);

  const held = await acquireLock(join(folder, 'go1.26.1'));
  expect((await readdir(folder)).filter((name) => name.endsWith('.claim'))).toHaveLength(1);
  await held[Symbol.asyncDispose]();
  expect((await readdir(folder)).filter((name) => name.endsWith('.claim'))).toEqual([]);
});
