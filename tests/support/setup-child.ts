import { drain } from '#contract/streams';
import { isFailure } from '#contract/failure';
import { localSystem } from '#core/system';
import { previewUndoAll, runAll, undoAll } from '#core/setup';
import { dieAt } from './die-at.ts';

// Sets up, or undoes all of it, as the command line does; dies before the given step. Prints `done` at the end.
const [work, step = ''] = process.argv.slice(2);
const system = localSystem();
const projects = { list: async () => [], add: async () => {}, remove: async () => {} };
const countBuilds = async () => 0;

async function setUp(): Promise<void> {
  try {
    await drain(runAll(system, projects, {}));
  } catch (error) {
    // A Go of a few bytes builds no program.
    if (!isFailure(error, 'setup.hello-failed')) throw error;
  }
}

async function undo(): Promise<void> {
  const { id } = await previewUndoAll(system, countBuilds);
  await drain(undoAll(system, { id, countBuilds }));
}

dieAt(Number(step));
await (work === 'undo' ? undo() : setUp());
console.log('done');
