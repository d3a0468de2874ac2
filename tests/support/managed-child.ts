// Runs as a separate process that kills itself before one of its steps: it sets a variable in the shells' environment,
// or undoes an entry of the journal. Prints `done` at the end.
import { argv, env, stdout } from 'node:process';
import { previewVariables, writeVariables } from '#core/environment';
import { undoChanges } from '#core/profiles';
import { localSystem } from '#core/system';
import { dieAt } from './die-at.ts';

const [, , work, step, entry = ''] = argv;
const home = env['HOME'] ?? '';
const system = { ...localSystem(), home, cwd: home, env };
const changes = { MADE: 'a' };
const { id } = await previewVariables(system, 'shell', changes);
dieAt(Number(step));
if (work === 'set') await writeVariables(system, 'shell', { id, changes });
else await undoChanges(system, { entry });
stdout.write('done\n');
