import { implement } from '@orpc/server';
import { setupContract } from '#contract/setup';
import { burrowPaths, isFile } from '#core/system';
import type { Projects } from '#core/setup';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(setupContract).$context<ApiContext>().use(failing);

/** The list of projects; looking at it creates no history. */
function projectsOf(context: ApiContext): Projects {
  const hasHistory = () => isFile(burrowPaths(context.system).historyDb);
  return {
    list: async () => {
      const history = (await hasHistory()) ? await context.historyIfReadable() : null;
      return history === null ? [] : (await history.projects()).map(({ path }) => path);
    },
    add: async (dir) => {
      const { addProject } = await import('#core/projects');
      await addProject(context.system, await context.history(), dir);
    },
    remove: async (dir) => {
      const history = (await hasHistory()) ? await context.historyIfReadable() : null;
      await history?.removeProject(dir);
    },
  };
}

/** How many builds the history has, with those that were forgotten; null: it cannot be read. */
async function buildsIn(context: ApiContext): Promise<number | null> {
  const history = await context.historyIfReadable();
  if (history === null) return null;
  const [projects, last] = await Promise.all([history.projects(), history.lastBuilds()]);
  const counted = projects.reduce((sum, { builds }) => sum + builds, 0);
  return Math.max(counted, last.size);
}

export default implementer.router({
  firstStart: implementer.firstStart.handler(async ({ context }) => {
    const { isFirstStart } = await import('#core/setup');
    return { first: await isFirstStart(context.system) };
  }),
  leave: implementer.leave.handler(async ({ context }) => {
    const { leaveSetup } = await import('#core/setup');
    await leaveSetup(context.system);
    return {};
  }),
  status: implementer.status.handler(async ({ context, signal }) => {
    const { setupStatus } = await import('#core/setup');
    return setupStatus(context.system, projectsOf(context), signal);
  }),
  preview: implementer.preview.handler(async ({ context, input }) => {
    const { previewStep } = await import('#core/setup');
    return previewStep(context.system, projectsOf(context), input);
  }),
  run: implementer.run.handler(async function* ({ context, input, signal }) {
    const { runStep } = await import('#core/setup');
    return yield* runStep(context.system, projectsOf(context), input, signal);
  }),
  skip: implementer.skip.handler(async ({ context, input }) => {
    const { skipStep } = await import('#core/setup');
    return { step: await skipStep(context.system, projectsOf(context), input) };
  }),
  undoStep: implementer.undoStep.handler(async ({ context, input }) => {
    const { undoStep } = await import('#core/setup');
    return undoStep(context.system, projectsOf(context), input.step);
  }),
  runAll: implementer.runAll.handler(async function* ({ context, input, signal }) {
    const { runAll } = await import('#core/setup');
    return yield* runAll(context.system, projectsOf(context), input, signal);
  }),
  undoPreview: implementer.undoPreview.handler(async ({ context }) => {
    const { previewUndoAll } = await import('#core/setup');
    return previewUndoAll(context.system, () => buildsIn(context));
  }),
  undo: implementer.undo.handler(async function* ({ context, input, signal }) {
    const { undoAll } = await import('#core/setup');
    return yield* undoAll(context.system, { ...input, countBuilds: () => buildsIn(context) }, signal);
  }),
});
