import { implement } from '@orpc/server';
import { desktopContract } from '#contract/desktop';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(desktopContract).$context<ApiContext>().use(failing);

export default implementer.router({
  programs: implementer.programs.handler(async ({ context }) => {
    const { desktopPrograms } = await import('#core/editors');
    return desktopPrograms(context.system);
  }),
  openEditor: implementer.openEditor.handler(async ({ context, input }) => {
    const { openEditor } = await import('#core/editors');
    return { editor: await openEditor(context.system, input) };
  }),
  openTerminal: implementer.openTerminal.handler(async ({ context, input }) => {
    const { openTerminal } = await import('#core/editors');
    await openTerminal(context.system, input.dir);
    return {};
  }),
});
