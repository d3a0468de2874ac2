import { type ClientContext, type ClientLink, mapEventIterator } from '@orpc/client';
import type { Transport } from './connection.ts';
import { toFailure } from './to-failure.ts';

/** Sends each call over the open line, and turns every error of the call or its stream into a `Failure`. */
export function failingLink(transport: Transport): ClientLink<ClientContext> {
  return {
    async call(path, input, options) {
      const line = await transport.line();
      const typed = (thrown: unknown) =>
        toFailure(thrown, { aborted: options.signal?.aborted === true, lost: line.closed() });
      try {
        const output = await line.link.call(path, input, options);
        if (!isStream(output)) return output;
        return mapEventIterator(output, {
          value: async (value) => value,
          error: async (thrown) => typed(thrown),
        });
      } catch (thrown) {
        throw typed(thrown);
      }
    },
  };
}

function isStream(output: unknown): output is AsyncIterator<unknown, unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
