import { implement } from '@orpc/server';
import { upkeepContract } from '#contract/upkeep';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { usersOf } from './toolchain-users.ts';

const implementer = implement(upkeepContract).$context<ApiContext>().use(failing);

/** Go version → the time of the last build with it (ISO 8601); empty if the history cannot be read. */
async function lastBuilds(context: ApiContext): Promise<ReadonlyMap<string, string>> {
  return (await context.historyIfReadable())?.lastBuilds() ?? new Map();
}

export default implementer.router({
  verify: implementer.verify.handler(async function* ({ context, input, signal }) {
    const { verifyToolchains } = await import('#core/switching');
    return yield* verifyToolchains(context.system, input, signal);
  }),
  smoke: implementer.smoke.handler(async function* ({ context, input, signal }) {
    const { smokeTest } = await import('#core/toolchains');
    return yield* smokeTest(context.system, input, signal);
  }),
  planPrune: implementer.planPrune.handler(async ({ context, input, signal }) => {
    const { planPrune } = await import('#core/toolchains');
    return planPrune(context.system, await usersOf(context), {
      ...input,
      builds: await lastBuilds(context),
      signal,
    });
  }),
  prune: implementer.prune.handler(async function* ({ context, input, signal }) {
    const { pruneThese } = await import('#core/switching');
    return yield* pruneThese(
      context.system,
      await usersOf(context),
      { ...input, builds: await lastBuilds(context) },
      signal,
    );
  }),
});
