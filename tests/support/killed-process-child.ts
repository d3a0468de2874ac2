// Runs as a separate process that a test kills. It loads Burrow, prints `ready`, reads a line that describes the work
// (a `Work`), and prints each phase as it begins, and `done` at the end. So a kill hits the work, and not the start.
import { once } from 'node:events';
import { env, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { drain } from '#contract/streams';
import { installToolchain, pruneThese, removeToolchain, verifyToolchains } from '#core/switching';
import { localSystem } from '#core/system';
import { planPrune } from '#core/toolchains';
import { dieAt } from './die-at.ts';
import type { Work } from './killed-process.ts';

stdout.write('ready\n');
const input = createInterface(stdin);
const [line] = (await once(input, 'line')) as [string];
const work = JSON.parse(line) as Work;
if (work.killAtStep !== undefined) dieAt(work.killAtStep);

const system = { ...localSystem(), os: 'linux', arch: 'amd64', env } as const;
const { version } = work;
switch (work.do) {
  case 'install':
    await watch(installToolchain(system, { version, ...(work.from ? { from: work.from } : {}) }));
    break;
  case 'remove':
    await removeToolchain(system, { version });
    break;
  case 'repair':
    await watch(verifyToolchains(system, { version, repair: true }));
    break;
  case 'prune': {
    const { items } = await planPrune(system, new Map(), { days: 0 });
    await watch(pruneThese(system, new Map(), { paths: items.map(({ path }) => path), days: 0 }));
  }
}
stdout.write('done\n');
// An open input would keep the process alive.
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
