import { mapEventIterator } from '@orpc/client';
import { ORPCError } from '@orpc/server';
import type { System } from '#core/system';
import { logBug } from './log.ts';
import { toFailure } from './to-failure.ts';

/** Whether a procedure answers with a stream. */
export function isStream(output: unknown): output is AsyncIterator<unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/**
 * Runs a procedure so that it fails in one way only: with the contract's typed error. A stream fails later, while
 * it is read, and gets the same treatment. Bugs are written to the log with their stacks, which go no further.
 */
export async function failingTyped<R extends { output: unknown }>(
  system: System,
  path: readonly string[],
  run: () => R | PromiseLike<R>,
): Promise<R> {
  const typed = async (thrown: unknown) => {
    const failed = toFailure(thrown);
    if (failed.code === 'internal') await logBug(system, path.join('.'), thrown);
    const data = { code: failed.code, params: failed.params };
    return new ORPCError('FAILED', {
      defined: true,
      status: 422,
      message: failed.message,
      data,
      cause: failed,
    });
  };
  try {
    const result = await run();
    if (!isStream(result.output)) return result;
    return {
      ...result,
      output: mapEventIterator(result.output, { value: async (value) => value, error: typed }),
    };
  } catch (thrown) {
    throw await typed(thrown);
  }
}
