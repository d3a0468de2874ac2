import { implement } from '@orpc/server';
import { shellContract } from '#contract/shell';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(shellContract).$context<ApiContext>().use(failing);

export default implementer.router({
  status: implementer.status.handler(async ({ context }) => {
    const { shellStatus } = await import('#core/profiles');
    return shellStatus(context.system);
  }),
  plan: implementer.plan.handler(async ({ context, input }) => {
    const { planShells } = await import('#core/profiles');
    return planShells(context.system, input.shells);
  }),
  apply: implementer.apply.handler(async ({ context, input }) => {
    const [{ applyPlan }, { refreshShims }] = await Promise.all([
      import('#core/profiles'),
      import('#core/switching'),
    ]);
    const change = await applyPlan(context.system, input.plan);
    // What comes first in PATH from now on must be there.
    await refreshShims(context.system);
    return change;
  }),
  journal: implementer.journal.handler(async ({ context }) => {
    const { profileJournal } = await import('#core/profiles');
    return profileJournal(context.system);
  }),
  undo: implementer.undo.handler(async ({ context, input }) => {
    const { undoChanges } = await import('#core/profiles');
    return undoChanges(context.system, input);
  }),
});
