// Run as a process of its own, to be killed: deletes whatever it may, and says when it begins.
import { argv, env, stdout } from 'node:process';
import { localSystem } from '#core/system';
import { planPrune, pruneThese } from '#core/toolchains';

const used = new Map(argv.slice(2).map((goroot) => [goroot, ['/some/project']]));
const system = { ...localSystem(), env };
const { items } = await planPrune(system, used, { days: 0 });
const run = pruneThese(system, used, { paths: items.map(({ path }) => path), days: 0 });
for (;;) {
  const step = await run.next();
  if (step.done) break;
  stdout.write(`deleting ${step.value.path}\n`);
}
