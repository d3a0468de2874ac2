import { implement } from '@orpc/server';
import { consistencyContract } from '#contract/consistency';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(consistencyContract).$context<ApiContext>().use(failing);

export default implementer.router({
  show: implementer.show.handler(async ({ context, input, signal }) => {
    const { compareShells } = await import('#core/environment');
    return compareShells(context.system, input, signal);
  }),
  places: implementer.places.handler(async ({ context, input, signal }) => {
    const { whereGoRuns } = await import('#core/environment');
    return whereGoRuns(context.system, input, signal);
  }),
  host: implementer.host.handler(({ context }) => context.environment),
});
