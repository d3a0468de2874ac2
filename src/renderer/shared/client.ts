import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#contract/router';
import { type Connection, failingLink, openTransport } from './transport/index.ts';

const transport = openTransport();

/** Whether Burrow can be reached. */
export const connection: Connection = transport;

/**
 * Everything Burrow can do, called as a function: `client.toolchains.list()`. Whatever a call or its stream throws
 * is a `Failure`. Takes `{ signal }`; an aborted call fails with `cancelled`.
 */
export const client: ContractRouterClient<Contract> = createORPCClient(failingLink(transport));

/** The same as queries and mutations for TanStack Query: `useQuery(orpc.toolchains.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(client);
