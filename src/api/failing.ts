import { mapEventIterator } from '@orpc/client';
import { ORPCError, os } from '@orpc/server';
import { type Failure, failure, isFailureOfClass } from '#contract/failure';
import type { System } from '#core/system';
import type { ApiContext } from './context.ts';
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
async function failingTyped<R extends { output: unknown }>(
  system: System,
  path: readonly string[],
  run: () => R | PromiseLike<R>,
): Promise<R> {
  const typed = async (thrown: unknown) => {
    const failed = toFailure(thrown);
    const isBug = isFailureOfClass(failed, 'bug');
    if (isBug) await logBug(system, path.join('.'), thrown);
    const { code, message, params } = isBug ? await masked(failed) : failed;
    return new ORPCError('FAILED', {
      defined: true,
      status: 422,
      message,
      data: { code, params },
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

/** A bug's message may quote anything. */
async function masked(bug: Failure): Promise<Failure> {
  const { maskSecrets } = await import('#core/system');
  return failure('internal', { detail: maskSecrets(String(bug.params.detail)) });
}

/**
 * Makes every procedure fail with the contract's typed error. It stands outside of input and output validation, so
 * that their errors come out typed too.
 */
export const failing = os
  .$context<ApiContext>()
  .middleware(({ context, path, next }) => failingTyped(context.system, path, () => next()));
