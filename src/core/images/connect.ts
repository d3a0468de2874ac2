import { failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import type { z } from 'zod';
import { connectionFailure, isUnknown, replyIn } from './answers.ts';
import { contextAddress } from './docker-context.ts';
import { type Endpoint, parseAddress, wellKnownEndpoints } from './endpoints.ts';
import { type Answer, ask } from './engine-api.ts';
import { type VersionReply, versionReply } from './replies.ts';

/** An engine that answers. Its methods fail with engine.not-running, engine.refused and engine.unreadable. */
export interface Connection {
  /** Its address, secrets masked. */
  endpoint: string;
  version: VersionReply;
  /** Asks for a path, `/info`. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** The same for something that may not be there; null when it is not. */
  getIfThere<T>(path: string, schema: z.ZodType<T>): Promise<T | null>;
}

/**
 * Finds the engine, as `docker` does: DOCKER_HOST, else the current context, else where engines usually listen, and
 * there the first one that answers. Failures: engine.not-running (nobody answers), engine.refused (one is there, but
 * not for this user), engine.unsupported (an address Burrow cannot use), engine.unreadable (something else answers).
 */
export async function connect(system: System): Promise<Connection> {
  const endpoints = await endpointsToTry(system);
  let worse: unknown = null;
  for (const endpoint of endpoints) {
    try {
      return await connectTo(endpoint);
    } catch (error) {
      // One that is not running is no news; one that turns us away is, if no other takes us.
      if (!isFailure(error, 'engine.not-running')) worse ??= error;
    }
  }
  throw (
    worse ?? failure('engine.not-running', { tried: endpoints.map(({ address }) => maskSecrets(address)) })
  );
}

async function connectTo(endpoint: Endpoint): Promise<Connection> {
  const address = maskSecrets(endpoint.address);
  const version = replyIn(await answerOf(endpoint, '/version'), versionReply, address);
  const prefix = `/v${spokenApi(version.ApiVersion)}`;
  return {
    endpoint: address,
    version,
    get: async (path, schema) => replyIn(await answerOf(endpoint, prefix + path), schema, address),
    getIfThere: async (path, schema) => {
      const answer = await answerOf(endpoint, prefix + path);
      return isUnknown(answer) ? null : replyIn(answer, schema, address);
    },
  };
}

async function answerOf(endpoint: Endpoint, path: string): Promise<Answer> {
  try {
    return await ask(endpoint, path);
  } catch (error) {
    throw connectionFailure(error, maskSecrets(endpoint.address));
  }
}

/** The newest version of the API whose replies replies.ts was written for. */
const newestKnown = 51;

/** The version of the API to speak: the engine's, as long as we know it. Engine 29 still speaks 1.44. */
function spokenApi(offered: string): string {
  const minor = Number(offered.split('.')[1]);
  return `1.${Math.min(minor, newestKnown)}`;
}

async function endpointsToTry(system: System): Promise<Endpoint[]> {
  const chosen = system.env['DOCKER_HOST'] || (await contextAddress(system));
  if (!chosen) return wellKnownEndpoints(system);
  const endpoint = system.env['DOCKER_TLS_VERIFY'] ? null : parseAddress(chosen);
  if (!endpoint) throw failure('engine.unsupported', { endpoint: maskSecrets(chosen) });
  return [endpoint];
}
