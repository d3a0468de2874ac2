import { mapEventIterator } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#contract/router';
import type { System } from '#core/system';
import { type Api, createApi } from './api.ts';
import { isStream } from './failing.ts';
import { toFailure } from './to-failure.ts';

type Client = ContractRouterClient<Contract>;

/** A client that calls the API in this process. Everything it throws, also from a stream, is a `Failure`. */
export type LocalClient = Client & AsyncDisposable;

/** Creates a client of an existing API in this process. */
export function clientOf(api: Api): Client {
  return createRouterClient(api.router, {
    context: api.context,
    interceptors: [
      async (call) => {
        try {
          const output = await call.next();
          if (!isStream(output)) return output;
          return mapEventIterator(output, {
            value: async (value: unknown) => value,
            error: async (thrown) => toFailure(thrown),
          });
        } catch (thrown) {
          throw toFailure(thrown);
        }
      },
    ],
  });
}

/** Creates a client with an API of its own, for the command line: `await using burrow = createLocalClient(system)`. */
export function createLocalClient(system: System): LocalClient {
  const api = createApi(system);
  return Object.assign(clientOf(api), { [Symbol.asyncDispose]: api.close });
}
