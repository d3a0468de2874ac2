import { failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import type { z } from 'zod';
import { connectionFailure, isUnknown, replyIn } from './answers.ts';
import { contextAddress } from './docker-context.ts';
import { type Endpoint, parseAddress, wellKnownEndpoints } from './endpoints.ts';
import { type Answer, ask } from './engine-api.ts';
import { type VersionReply, versionReply } from './replies.ts';
import { openStream } from './stream.ts';

/** An engine that answers. Its methods fail with engine.not-running, .slow, .refused and .unreadable. */
export interface Connection {
  /** Its address, secrets masked. */
  endpoint: string;
  version: VersionReply;
  /** Requests a path: `/info`. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Like `get`, but null if the object does not exist. */
  getIfThere<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
  /** Requests an archive, as `openStream`. */
  stream(path: string, signal: AbortSignal): Promise<AsyncIterable<Buffer>>;
}

/**
 * Finds the engine like `docker` does: DOCKER_HOST, else the current context, else the first engine that answers at
 * one of the usual addresses. Failures: engine.not-running (none is there), engine.slow, engine.refused (this
 * user may not connect), engine.unsupported (an address that Burrow cannot use), engine.unreadable (another program
 * answers).
 */
export async function connect(system: System): Promise<Connection> {
  const endpoints = await endpointsToTry(system);
  let firstFailure: unknown = null;
  for (const endpoint of endpoints) {
    try {
      return await connectTo(endpoint);
    } catch (error) {
      // If no engine accepts the connection, the first real failure says more than "not running".
      if (!isFailure(error, 'engine.not-running')) firstFailure ??= error;
    }
  }
  throw (
    firstFailure ??
    failure('engine.not-running', { tried: endpoints.map(({ address }) => maskSecrets(address)) })
  );
}

async function connectTo(endpoint: Endpoint): Promise<Connection> {
  const address = maskSecrets(endpoint.address);
  const version = replyIn(await answerOf(endpoint, '/version'), versionReply, address);
  const prefix = `/v${apiVersion(version.ApiVersion)}`;
  return {
    endpoint: address,
    version,
    get: async (path, schema) => replyIn(await answerOf(endpoint, prefix + path), schema, address),
    getIfThere: async (path, schema) => {
      const answer = await answerOf(endpoint, prefix + path);
      return isUnknown(answer) ? null : replyIn(answer, schema, address);
    },
    stream: (path, signal) => openStream(endpoint, prefix + path, signal),
  };
}

async function answerOf(endpoint: Endpoint, path: string): Promise<Answer> {
  try {
    return await ask(endpoint, path);
  } catch (error) {
    throw connectionFailure(error, maskSecrets(endpoint.address));
  }
}

/** The newest minor version of API 1 that replies.ts can read. */
const maxMinor = 51;

/** The API version to use: the engine's, but not newer than `maxMinor`. Engine 29 still supports 1.44. */
function apiVersion(offered: string): string {
  const minor = Number(offered.split('.')[1]);
  return `1.${Math.min(minor, maxMinor)}`;
}

/** Where to look for the engine: at the one address that the user chose, or at the usual ones. Failures: engine.unsupported. */
export async function endpointsToTry(system: System): Promise<Endpoint[]> {
  const chosen = await chosenAddress(system);
  if (!chosen) return wellKnownEndpoints(system);
  const endpoint = system.env['DOCKER_TLS_VERIFY'] ? null : parseAddress(chosen);
  if (!endpoint) throw failure('engine.unsupported', { endpoint: maskSecrets(chosen) });
  return [endpoint];
}

/** By DOCKER_HOST, or by Docker's current context; null: by neither. */
export async function chosenAddress(system: System): Promise<string | null> {
  return system.env['DOCKER_HOST'] || (await contextAddress(system));
}
