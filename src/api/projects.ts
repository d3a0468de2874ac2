import { implement } from '@orpc/server';
import { projectsContract } from '#contract/projects';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(projectsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  list: implementer.list.handler(async ({ context }) => {
    const { listProjects } = await import('#core/projects');
    return { projects: await listProjects(await context.history()) };
  }),
  add: implementer.add.handler(async ({ context, input }) => {
    const { addProject } = await import('#core/projects');
    return { project: await addProject(context.system, await context.history(), input.path) };
  }),
  remove: implementer.remove.handler(async ({ context, input }) => {
    const { removeProject } = await import('#core/projects');
    return { removed: await removeProject(context.system, await context.history(), input.path) };
  }),
  browse: implementer.browse.handler(async ({ context, input }) => {
    const { browseFolders } = await import('#core/projects');
    return browseFolders(context.system, input.path);
  }),
});
