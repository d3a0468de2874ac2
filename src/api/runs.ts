import { implement } from '@orpc/server';
import { runsContract } from '#contract/build-runs';
import { isFailureOfClass } from '#contract/failure';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(runsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  start: implementer.start.handler(async ({ context, input }) => ({
    run: (await context.runs()).start(input),
  })),
  watch: implementer.watch.handler(async function* ({ context, signal }) {
    yield* (await context.runs()).watch(signal);
  }),
  cancel: implementer.cancel.handler(async ({ context, input }) => {
    (await context.runs()).cancel(input.id);
    return {};
  }),
  dismiss: implementer.dismiss.handler(async ({ context, input }) => {
    (await context.runs()).dismiss(input.id);
    return {};
  }),
  targets: implementer.targets.handler(async ({ context, input, signal }) => {
    const { buildTargets } = await import('#core/builds');
    try {
      return { targets: await buildTargets(context.system, input, signal) };
    } catch (error) {
      // The dialog offers common targets then, and the build itself says what is wrong.
      if (isFailureOfClass(error, 'cancelled')) throw error;
      return { targets: null };
    }
  }),
});
