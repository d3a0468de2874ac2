import { implement } from '@orpc/server';
import { snapshotsContract } from '#contract/snapshots';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(snapshotsContract).$context<ApiContext>().use(failing);

/** How many are listed if nobody says. */
const usualLimit = 50;

export default implementer.router({
  take: implementer.take.handler(async ({ context, input, signal }) => {
    const { takeSnapshot } = await import('#core/environment');
    return takeSnapshot(context.system, input, signal);
  }),
  keep: implementer.keep.handler(async ({ context, signal }) => {
    const { keepSnapshot } = await import('#core/environment');
    return keepSnapshot(context.system, await context.history(), signal);
  }),
  save: implementer.save.handler(async ({ context, input, signal }) => {
    const { saveSnapshot } = await import('#core/environment');
    return saveSnapshot(context.system, input, signal);
  }),
  list: implementer.list.handler(async ({ context, input }) => {
    const { listKept } = await import('#core/environment');
    return listKept(await context.history(), input.limit ?? usualLimit);
  }),
  show: implementer.show.handler(async ({ context, input }) => {
    const { readKept } = await import('#core/environment');
    return readKept(await context.history(), input.id);
  }),
  compare: implementer.compare.handler(async ({ context, input, signal }) => {
    const { compareSnapshots } = await import('#core/environment');
    return compareSnapshots({ system: context.system, history: context.history }, input, signal);
  }),
  check: implementer.check.handler(async ({ context, input, signal }) => {
    const { checkBaseline } = await import('#core/environment');
    return checkBaseline(context.system, input, signal);
  }),
});
