import { implementer } from './implementer.ts';

export const binaries = implementer.binaries.router({
  inspect: implementer.binaries.inspect.handler(async ({ input }) => {
    const { inspectBinary } = await import('#core/binaries');
    return inspectBinary(input.path);
  }),
});
