// Runs as a separate process that a test kills: rebuilds the tools that need it, and prints each step as it begins.
import { env, stdout } from 'node:process';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { rebuildTools } from '#core/tools';

await drain(rebuildTools({ ...localSystem(), env }, { which: 'all' }), ({ type }) => {
  stdout.write(`${type}\n`);
});
