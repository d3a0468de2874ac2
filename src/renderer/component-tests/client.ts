import type { ContractRouterClient } from '@orpc/contract';
import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#contract/router';
import { answered } from './host.ts';

/** Stands in for `#shared/client.ts`: its calls are answered by the tests. */
export const client: ContractRouterClient<Contract> = createORPCClient({
  call: (path, input) => answered(path.join('.'), input),
});

export const orpc = createTanstackQueryUtils(client);

export const connection = { state: () => 'open', subscribe: () => () => undefined };
