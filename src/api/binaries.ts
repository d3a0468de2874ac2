import { implement } from '@orpc/server';
import { binariesContract } from '#contract/binaries';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(binariesContract).$context<ApiContext>().use(failing);

export default implementer.router({
  inspect: implementer.inspect.handler(async ({ input }) => {
    const { inspectBinary } = await import('#core/binaries');
    return inspectBinary(input.path, { functions: input.functions });
  }),
});
