import type { Duplex } from 'node:stream';
import { failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import type { z } from 'zod';
import { connectionFailure, isUnknown, replyIn } from './answers.ts';
import { chosenEngine } from './choice.ts';
import { dockerContexts } from './docker-context.ts';
import { describeAddress, type Endpoint, parseAddress, wellKnownEndpoints } from './endpoints.ts';
import { type Answer, ask } from './engine-api.ts';
import { type VersionReply, versionReply } from './replies.ts';
import { connectNerdctl, isNerdctl, nerdctlAddresses } from './nerdctl.ts';
import { openStream } from './stream.ts';
import { openGrpc } from './upgrade.ts';

/** An engine that answers. Its methods fail with engine.not-running, .slow, .refused and .unreadable. */
export interface Connection {
  /** Its address, secrets masked. */
  endpoint: string;
  version: VersionReply;
  /** Requests a path of Docker's API: `/info`. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Like `get`, but null if the object does not exist. */
  getIfThere<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
  /** Requests an archive, as `openStream`. */
  stream(path: string, signal: AbortSignal): Promise<AsyncIterable<Buffer>>;
  /** Like `getIfThere`, for a path of another API that the engine serves: `/v4.3.1/libpod/images/shop/json`. */
  getOther<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
  /** A connection on which it speaks gRPC, as `openGrpc`. */
  grpc(timeoutMs: number): Promise<Duplex | null>;
}

/**
 * ms for an engine to say that it is there: it does so in some milliseconds, or it hangs. It is asked for that alone, because
 * for its version Podman starts other programs.
 */
export const pingTimeoutMs = 2500;

/**
 * Finds the engine: the chosen one (`chosenEngine`), else the first that answers (`endpointsToTry`). All are asked at
 * once, so that one that hangs delays the others by `pingTimeoutMs` at most. Failures: engine.not-running (none is
 * there), engine.slow, engine.refused (this user may not connect), engine.unsupported (an address that Burrow cannot
 * use), engine.unreadable (another program answers), and those of `chosenEngine`.
 */
export async function connect(system: System): Promise<Connection> {
  const chosen = await chosenEngine(system);
  if (chosen && isNerdctl(chosen.address)) return connectNerdctl(system, chosen.address);
  const endpoints = await endpointsToTry(system);
  const asked = endpoints.map((endpoint) =>
    connectTo(endpoint).then(
      (connection) => ({ connection }),
      (error: unknown) => ({ connection: null, error }),
    ),
  );
  let firstFailure: unknown = null;
  for (const each of asked) {
    const answer = await each;
    if (answer.connection) return answer.connection;
    // If no engine accepts the connection, the first real failure says more than "not running".
    if (!isFailure(answer.error, 'engine.not-running')) firstFailure ??= answer.error;
  }
  const nerdctl = chosen ? null : await firstNerdctl(system);
  if (nerdctl) return nerdctl;
  const tried = endpoints.map(({ address }) => maskSecrets(address));
  const product = endpoints.length === 1 && endpoints[0] ? await productOf(endpoints[0]) : null;
  throw firstFailure ?? failure('engine.not-running', { tried, product });
}

/** containerd, where no engine serves Docker's API; null: nor does it answer. */
async function firstNerdctl(system: System): Promise<Connection | null> {
  for (const address of await nerdctlAddresses(system)) {
    try {
      return await connectNerdctl(system, address);
    } catch (error) {
      if (!isFailure(error)) throw error;
    }
  }
  return null;
}

/** Connects to one engine. Failures: engine.not-running, .slow, .refused, .unreadable. */
export async function connectTo(endpoint: Endpoint): Promise<Connection> {
  const address = maskSecrets(endpoint.address);
  const version = await askVersion(endpoint);
  const prefix = `/v${apiVersion(version.ApiVersion)}`;
  const getOther = async <T>(path: string, schema: z.ZodType<T>) => {
    const answer = await answerOf(endpoint, path);
    return isUnknown(answer) ? null : replyIn(answer, schema, address);
  };
  return {
    endpoint: address,
    version,
    get: async (path, schema) => replyIn(await answerOf(endpoint, prefix + path), schema, address),
    stream: (path, signal) => openStream(endpoint, prefix + path, signal),
    getIfThere: (path, schema) => getOther(prefix + path, schema),
    getOther,
    grpc: (timeoutMs) => openGrpc(endpoint, timeoutMs),
  };
}

/** Asks an engine that does not hang for its version. */
async function askVersion(endpoint: Endpoint): Promise<VersionReply> {
  await answerOf(endpoint, '/_ping', pingTimeoutMs);
  const answer = await answerOf(endpoint, '/version');
  return replyIn(answer, versionReply, maskSecrets(endpoint.address));
}

async function answerOf(endpoint: Endpoint, path: string, timeoutMs?: number): Promise<Answer> {
  try {
    return await ask(endpoint, path, timeoutMs);
  } catch (error) {
    throw connectionFailure(error, maskSecrets(endpoint.address), await productOf(endpoint));
  }
}

async function productOf({ address }: Endpoint): Promise<string | null> {
  return (await describeAddress(address)).product;
}

/** The newest minor version of API 1 that replies.ts can read. */
const maxMinor = 51;

/** The API version to use: the engine's, but not newer than `maxMinor`. Engine 29 still supports 1.44. */
function apiVersion(offered: string): string {
  const minor = Number(offered.split('.')[1]);
  return `1.${Math.min(minor, maxMinor)}`;
}

/**
 * Where to look for the engine: at the one address that was chosen, or at the usual ones and those of Docker's contexts,
 * in the order of `listEngines`. Failures: engine.unsupported, and those of `chosenEngine`.
 */
export async function endpointsToTry(system: System): Promise<Endpoint[]> {
  const chosen = await chosenEngine(system);
  if (!chosen) return anyEndpoint(system);
  const endpoint = requiresTls(system) ? null : parseAddress(chosen.address);
  if (!endpoint) throw failure('engine.unsupported', { endpoint: maskSecrets(chosen.address) });
  return [endpoint];
}

async function anyEndpoint(system: System): Promise<Endpoint[]> {
  const contexts = (await dockerContexts(system)).flatMap(({ address }) => parseAddress(address) ?? []);
  const all = [...(await wellKnownEndpoints(system)), ...contexts];
  return [...new Map(all.map((endpoint) => [endpoint.address, endpoint])).values()];
}

/** Whether Docker's variables demand an encrypted connection, which Burrow cannot make. */
export function requiresTls({ env }: Pick<System, 'env'>): boolean {
  return Boolean(env['DOCKER_HOST'] && env['DOCKER_TLS_VERIFY']);
}
