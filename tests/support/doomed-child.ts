// Run as a process of its own, to be killed. It loads Burrow, says `ready`, waits for a line that says what to do (a
// `Doom`), and prints each phase as it begins, and `done` at the end. So the time until a kill is spent on the work.
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { env, kill, pid, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { createLocalClient } from '#api';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import type { Doom } from './doomed.ts';

await Promise.all([import('#core/toolchains'), import('#core/switching'), import('#core/projects')]);
stdout.write('ready\n');
const input = createInterface(stdin);
const [line] = (await once(input, 'line')) as [string];
const doom = JSON.parse(line) as Doom;
if (doom.killAtStep !== undefined) dieAt(doom.killAtStep);

const system = { ...localSystem(), os: 'linux', arch: 'amd64', env } as const;
const burrow = createLocalClient(system);
const { version } = doom;
switch (doom.do) {
  case 'install':
    await watch(await burrow.toolchains.install({ version, ...(doom.from ? { from: doom.from } : {}) }));
    break;
  case 'remove':
    await burrow.toolchains.remove({ version });
    break;
  case 'repair':
    await watch(await burrow.upkeep.verify({ version, repair: true }));
    break;
  case 'prune': {
    const { items } = await burrow.upkeep.planPrune({ days: 0 });
    await watch(await burrow.upkeep.prune({ paths: items.map(({ path }) => path), days: 0 }));
  }
}
await burrow[Symbol.asyncDispose]();
stdout.write('done\n');
// Waiting for more would keep it alive.
input.close();
stdin.destroy();

async function watch(run: AsyncIterator<object, unknown>): Promise<void> {
  let phase: unknown;
  await drain(run, (step) => {
    const now = 'phase' in step ? step.phase : 'deleting';
    if (now !== phase) stdout.write(`${String(now)}\n`);
    phase = now;
  });
}

/** Lets so many steps that change names pass, and dies right before the next one. */
function dieAt(steps: number): void {
  let left = steps;
  const counted =
    <Work extends (...args: never[]) => unknown>(work: Work) =>
    (...args: Parameters<Work>) => {
      if (left-- === 0) kill(pid, 'SIGKILL');
      return work(...args);
    };
  fs.renameSync = counted(fs.renameSync);
  for (const name of ['rename', 'rm', 'unlink', 'mkdir', 'copyFile'] as const) {
    Object.assign(fs.promises, { [name]: counted(fs.promises[name]) });
  }
  syncBuiltinESMExports();
}
