// Runs as a separate process that kills itself before one of its steps: it applies Burrow's block to all profiles, or
// takes it out of them. Prints `done` at the end.
import { argv, env, stdout } from 'node:process';
import { applyPlan, planShells, undoChanges } from '#core/profiles';
import { localSystem } from '#core/system';
import { dieAt } from './die-at.ts';

const [, , work, step] = argv;
const home = env['HOME'] ?? '';
const system = { ...localSystem(), home, cwd: home, env };
const { id } = await planShells(system, ['zsh', 'bash', 'fish']);
dieAt(Number(step));
if (work === 'apply') await applyPlan(system, id);
else await undoChanges(system, {});
stdout.write('done\n');
