import { mapEventIterator } from '@orpc/client';
import { ORPCError, os } from '@orpc/server';
import { isFailureOfClass } from '#contract/failure';
import { refuseForeignHome, type System } from '#core/system';
import type { ApiContext } from './context.ts';
import { logBug } from './log.ts';
import { refuseOddPaths } from './odd-paths.ts';
import { toFailure } from './to-failure.ts';

/** Whether the output of a procedure is a stream. */
export function isStream(output: unknown): output is AsyncIterator<unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/**
 * A stream that can be closed at any time. Who closes it waits for no answer, and what its work throws then, mostly
 * `cancelled`, would end up in the terminal. `onThrown` gets it.
 */
function closing<Event, Result>(
  stream: AsyncIterator<Event, Result>,
  onThrown: (thrown: unknown) => Promise<unknown>,
): AsyncIterator<Event, Result | undefined> {
  return {
    next: () => stream.next(),
    return: async () => {
      await stream.return?.().catch(onThrown);
      return { done: true, value: undefined };
    },
  };
}

/**
 * Runs a procedure, unless Burrow's home belongs to another user, and turns everything it throws into the typed error
 * of the contract, also what a stream throws later, while it is read. Bugs are logged with their stacks, which callers
 * do not see.
 */
async function failingTyped<R extends { output: unknown }>(
  system: System,
  path: readonly string[],
  input: unknown,
  run: () => R | PromiseLike<R>,
): Promise<R> {
  const typed = async (thrown: unknown) => {
    const failed = toFailure(thrown);
    if (isFailureOfClass(failed, 'bug')) await logBug(system, path.join('.'), thrown);
    const { code, message, params } = failed;
    return new ORPCError('FAILED', {
      defined: true,
      status: 422,
      message,
      data: { code, params },
      cause: failed,
    });
  };
  try {
    await refuseForeignHome(system);
    refuseOddPaths(system, input);
    const result = await run();
    if (!isStream(result.output)) return result;
    return {
      ...result,
      output: mapEventIterator(closing(result.output, typed), {
        value: async (value) => value,
        error: typed,
      }),
    };
  } catch (thrown) {
    throw await typed(thrown);
  }
}

/**
 * Middleware that makes every procedure fail with the typed error of the contract. It wraps the validation of input
 * and output, so that validation errors are typed too.
 */
export const failing = os
  .$context<ApiContext>()
  .middleware(({ context, path, next }, input: unknown) =>
    failingTyped(context.system, path, input, () => next()),
  );
