import { implement } from '@orpc/server';
import { nativeContract } from '#contract/native';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(nativeContract).$context<ApiContext>().use(failing);

/** The projects that use each toolchain, determined again on each call: a replacement is checked that way. */
function usersOf(context: ApiContext): () => Promise<Map<string, string[]>> {
  return async () => {
    const { toolchainUsers } = await import('#core/projects');
    return toolchainUsers(context.system, await context.history());
  };
}

export default implementer.router({
  findings: implementer.findings.handler(async ({ context }) => {
    const { reportProcessors } = await import('#core/native');
    return reportProcessors(context.system, usersOf(context));
  }),
  replace: implementer.replace.handler(async function* ({ context, input, signal }) {
    const { replaceWithNative } = await import('#core/native');
    return yield* replaceWithNative(context.system, input, usersOf(context), signal);
  }),
});
