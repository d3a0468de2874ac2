// Runs as a separate process that a test kills: installs what its arguments say, and prints each phase as it begins.
import { argv, env, exit, stdout } from 'node:process';
import { localSystem } from '#core/system';
import { installToolchain } from '#core/toolchains';

const [, , version = '', from = ''] = argv;
const run = installToolchain({ ...localSystem(), env }, { version, ...(from ? { from } : {}) });
let phase = '';
for (;;) {
  const step = await run.next();
  if (step.done) {
    stdout.write(`done ${step.value.already}\n`);
    exit(0);
  }
  if (step.value.phase !== phase) stdout.write(`${step.value.phase}\n`);
  phase = step.value.phase;
}
