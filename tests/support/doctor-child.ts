// Runs as a separate process that kills itself before one of its steps: it fixes these findings. Prints `done` at the
// end.
import { argv, env, stdout } from 'node:process';
import { fixFindings, previewFixes } from '#core/doctor';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { dieAt } from './die-at.ts';

const [, , dir = '', step, ...ids] = argv;
const home = env['HOME'] ?? '';
const system = { ...localSystem(), home, cwd: home, env };
const scene = { system, dir, history: () => openHistory(system) };
const options = { onBug: () => Promise.resolve() };
const { id } = await previewFixes(scene, ids, options);
dieAt(Number(step));
await fixFindings(scene, { id, ids }, options);
stdout.write('done\n');
