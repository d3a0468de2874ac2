import { realPath, type System } from '#core/system';
import type { DockerContext } from './docker-context.ts';
import { usualPlaces } from './places.ts';
import { type Product, productAt } from './products.ts';

/** An address at which an engine may serve its API. */
export interface Endpoint {
  /** As Docker writes it: `unix:///var/run/docker.sock`, `tcp://127.0.0.1:2375`. */
  address: string;
  /** What node:http connects to. */
  to: { socketPath: string } | { host: string; port: number };
}

/**
 * Parses an address in the form of DOCKER_HOST and of Docker's contexts (docs.docker.com/reference/cli/docker,
 * "Environment variables"). null: not supported by Burrow, such as `ssh://`.
 */
export function parseAddress(address: string): Endpoint | null {
  const text = address.trim();
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/i.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case 'unix':
    case 'npipe':
      return rest === '' ? null : { address: text, to: { socketPath: rest } };
    case 'tcp':
    case 'http':
      return overTcp(text, rest);
    default:
      return null;
  }
}

/** 2375 is Docker's port for plain HTTP. */
function overTcp(address: string, rest: string): Endpoint | null {
  const url = URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : null;
  if (!url || url.hostname === '' || url.pathname !== '/') return null;
  // An explicit port 80 is the default of the scheme, so `port` omits it.
  const port = url.port === '' ? (rest.endsWith(':80') ? 80 : 2375) : Number(url.port);
  return { address, to: { host: url.hostname.replace(/^\[|\]$/g, ''), port } };
}

/** The endpoints of the usual places, in their order. */
export async function wellKnownEndpoints(system: Pick<System, 'os' | 'env' | 'home'>): Promise<Endpoint[]> {
  const paths = await usualPlaces(system);
  const scheme = system.os === 'windows' ? 'npipe' : 'unix';
  return paths.map((socketPath) => ({ address: `${scheme}://${socketPath}`, to: { socketPath } }));
}

/** An endpoint, what serves there, and which of Docker's contexts name it. */
export interface KnownEndpoint extends Product {
  address: string;
  /** null: Burrow cannot connect to this address. */
  endpoint: Endpoint | null;
  contexts: string[];
}

/**
 * What is known about an address without asking. On a Mac, `/var/run/docker.sock` is a link to the socket of whatever is
 * installed.
 */
export async function describeAddress(address: string): Promise<KnownEndpoint> {
  const endpoint = parseAddress(address);
  const path = endpoint && 'socketPath' in endpoint.to ? endpoint.to.socketPath : address;
  const real = productAt((await realPath(path)) ?? path);
  return { address, endpoint, contexts: [], ...(real.product === null ? productAt(path) : real) };
}

/**
 * The endpoints that exist: sockets at the usual places, the addresses of Docker's contexts and `more`. One that several
 * of these name is listed once.
 */
export async function existingEndpoints(
  system: Pick<System, 'os' | 'env' | 'home'>,
  contexts: readonly DockerContext[],
  more: readonly string[],
): Promise<KnownEndpoint[]> {
  const usual = (await wellKnownEndpoints(system)).map(({ address }) => address);
  const found = new Map<string, KnownEndpoint>();
  const add = async (address: string, context: string | null) => {
    const known = await describeAddress(address);
    const key = (await socketOf(known.endpoint)) ?? address;
    const first = found.get(key) ?? known;
    if (context !== null) first.contexts.push(context);
    found.set(key, first);
  };
  for (const address of more) await add(address, null);
  for (const address of usual) {
    if ((await socketOf(parseAddress(address))) !== null) await add(address, null);
  }
  for (const { name, address } of contexts) await add(address, name);
  return [...found.values()];
}

/** The path of its socket without links; null if there is none. A pipe of Windows exists when it answers. */
async function socketOf(endpoint: Endpoint | null): Promise<string | null> {
  if (!endpoint || !('socketPath' in endpoint.to)) return null;
  const { socketPath } = endpoint.to;
  return endpoint.address.startsWith('npipe:') ? socketPath : realPath(socketPath);
}
