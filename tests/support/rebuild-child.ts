// Runs as a separate process that a test kills: rebuilds the tools that need it, and prints each step as it begins.
import { env, stdout } from 'node:process';
import { localSystem } from '#core/system';
import { rebuildTools } from '#core/tools';

const run = rebuildTools({ ...localSystem(), env }, { which: 'all' });
for (;;) {
  const step = await run.next();
  if (step.done) break;
  stdout.write(`${step.value.type}\n`);
}
