import { implement } from '@orpc/server';
import { installsContract } from '#contract/install-runs';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(installsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  start: implementer.start.handler(async ({ context, input }) => ({
    run: (await context.installs()).start(input),
  })),
  watch: implementer.watch.handler(async function* ({ context, signal }) {
    yield* (await context.installs()).watch(signal);
  }),
  cancel: implementer.cancel.handler(async ({ context, input }) => {
    (await context.installs()).cancel(input.id);
    return {};
  }),
  dismiss: implementer.dismiss.handler(async ({ context, input }) => {
    (await context.installs()).dismiss(input.id);
    return {};
  }),
});
