import { dirname } from 'node:path';
import { implement } from '@orpc/server';
import { isFailure } from '#contract/failure';
import { switchingContract } from '#contract/switching';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { changedVariables } from './variables.ts';

const implementer = implement(switchingContract).$context<ApiContext>().use(failing);

/**
 * A folder that was given a Go is a project, whose toolchain `prune` leaves alone. What was done for it is done, whether
 * or not the history can be written.
 */
async function remember(context: ApiContext, folder: string): Promise<void> {
  try {
    const { addProject } = await import('#core/projects');
    await addProject(context.system, await context.history(), folder);
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}

export default implementer.router({
  current: implementer.current.handler(async ({ context, input }) => {
    const { refreshLinks, resolveGo } = await import('#core/switching');
    // What an editor was given follows as soon as a change is seen; not being able to is no reason to tell nothing.
    await refreshLinks(context.system).catch((error: unknown) => {
      if (!isFailure(error)) throw error;
    });
    return resolveGo(context.system, input.dir);
  }),
  use: implementer.use.handler(async ({ context, input }) => {
    const { refreshLinks, renewShims, useGo } = await import('#core/switching');
    const used = await useGo(context.system, input);
    await renewShims(context.system);
    await refreshLinks(context.system);
    if (!input.global) await remember(context, dirname(used.file));
    return used;
  }),
  unpin: implementer.unpin.handler(async ({ context, input }) => {
    const { refreshLinks, renewShims, resolveGo, unpinGo } = await import('#core/switching');
    const unpinned = await unpinGo(context.system, input);
    await renewShims(context.system);
    await refreshLinks(context.system);
    return { ...unpinned, now: await resolveGo(context.system, input.dir) };
  }),
  unuse: implementer.unuse.handler(async ({ context, input }) => {
    const { refreshLinks, renewShims, unuseGo } = await import('#core/switching');
    const unused = await unuseGo(context.system, input);
    await renewShims(context.system);
    await refreshLinks(context.system);
    return unused;
  }),
  link: implementer.link.handler(async ({ context, input }) => {
    const { linkFolder } = await import('#core/switching');
    const link = await linkFolder(context.system, input.dir);
    await remember(context, link.folder);
    return { link };
  }),
  unlink: implementer.unlink.handler(async ({ context, input }) => {
    const { unlinkFolder } = await import('#core/switching');
    return { removed: await unlinkFolder(context.system, input.dir) };
  }),
  links: implementer.links.handler(async ({ context }) => {
    const { listLinks, refreshLinks } = await import('#core/switching');
    await refreshLinks(context.system);
    return { links: await listLinks(context.system) };
  }),
  which: implementer.which.handler(async ({ context, input }) => {
    const { whichTool } = await import('#core/switching');
    return whichTool(context.system, input.tool, input.dir, input.arch);
  }),
  environment: implementer.environment.handler(async function* ({ context, input, signal }) {
    const { providedGo } = await import('#core/switching');
    const go = yield* providedGo(context.system, input, signal);
    return {
      version: go.version,
      path: go.path,
      variables: changedVariables(context.system.env, go.env),
    };
  }),
});
