import { dirname } from 'node:path';
import { implement } from '@orpc/server';
import { isFailure } from '#contract/failure';
import { switchingContract } from '#contract/switching';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { changedVariables } from './variables.ts';

const implementer = implement(switchingContract).$context<ApiContext>().use(failing);

/**
 * Remembers a folder with a selected Go as a project, so that `prune` keeps its toolchain. A history that cannot be
 * written does not make the operation fail, which has already succeeded.
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
    const { currentGo, refreshLinks } = await import('#core/switching');
    // Links of editors are updated when a change is noticed; if that fails, the result is still returned.
    await refreshLinks(context.system).catch((error: unknown) => {
      if (!isFailure(error)) throw error;
    });
    return currentGo(context.system, input.dir);
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
    const { currentGo, refreshLinks, renewShims, unpinGo } = await import('#core/switching');
    const unpinned = await unpinGo(context.system, input);
    await renewShims(context.system);
    await refreshLinks(context.system);
    return { ...unpinned, now: await currentGo(context.system, input.dir) };
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
