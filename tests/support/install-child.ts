// Runs as a separate process that a test kills: installs what its arguments say, and prints each phase as it begins.
import { argv, env, exit, stdout } from 'node:process';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { installToolchain } from '#core/toolchains/changes';

const [, , version = '', from = ''] = argv;
const run = installToolchain({ ...localSystem(), env }, { version, ...(from ? { from } : {}) });
let phase = '';
const { already } = await drain(run, (progress) => {
  if (progress.phase !== phase) stdout.write(`${progress.phase}\n`);
  phase = progress.phase;
});
stdout.write(`done ${already}\n`);
exit(0);
