import { implementer } from './implementer.ts';

export const projects = implementer.projects.router({
  list: implementer.projects.list.handler(async ({ context }) => {
    const { listProjects } = await import('#core/projects');
    return { projects: await listProjects(await context.history()) };
  }),
  add: implementer.projects.add.handler(async ({ context, input }) => {
    const { addProject } = await import('#core/projects');
    return { project: await addProject(context.system, await context.history(), input.path) };
  }),
  remove: implementer.projects.remove.handler(async ({ context, input }) => {
    const { removeProject } = await import('#core/projects');
    return { removed: await removeProject(context.system, await context.history(), input.path) };
  }),
  browse: implementer.projects.browse.handler(async ({ context, input }) => {
    const { browseFolders } = await import('#core/projects');
    return browseFolders(context.system, input.path);
  }),
});
