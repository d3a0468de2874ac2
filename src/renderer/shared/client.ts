import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#contract/router';
import { type Connection, failingLink, openTransport } from './transport/index.ts';

const transport = openTransport();

/** The state of the connection to the host. */
export const connection: Connection = transport;

/**
 * The procedures of the host as functions: `client.toolchains.list()`. A call, or its stream, fails with a `Failure`.
 * The second argument takes `{ signal }`; an aborted call fails with `cancelled`.
 */
export const client: ContractRouterClient<Contract> = createORPCClient(failingLink(transport));

/** The procedures as options for TanStack Query: `useQuery(orpc.toolchains.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(client);
