import { mapEventIterator } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Failure } from '#contract/failure';
import type { Contract } from '#contract/router';
import type { System } from '#core/system';
import { type Api, createApi } from './api.ts';
import { isStream } from './failing.ts';
import { toFailure } from './to-failure.ts';

type Client = ContractRouterClient<Contract>;

/** A client that calls the API in this process. Everything it throws, also from a stream, is a `Failure`. */
export type LocalClient = Client & AsyncDisposable;

interface LocalClientOptions {
  /** Is told, at the end, what the user must know about the history. */
  onNotice?: (notice: Failure) => void;
}

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
export function createLocalClient(system: System, { onNotice }: LocalClientOptions = {}): LocalClient {
  const api = createApi(system);
  const end = async () => {
    if (onNotice) for (const notice of await api.notices()) onNotice(notice);
    await api.close();
  };
  return Object.assign(clientOf(api), { [Symbol.asyncDispose]: end });
}
