import { errorCode, type System } from '#core/system';
import { isFailure } from '#contract/failure';
import { replyIn } from './answers.ts';
import { endpointsToTry } from './connect.ts';
import type { Endpoint } from './endpoints.ts';
import { ask } from './engine-api.ts';
import { versionReply } from './replies.ts';
import { engineOf } from './store.ts';

/** What is known of the container engine without waiting for it. `slow`: one listens, but does not answer in time. */
type EngineVersion =
  | { state: 'answers'; product: string; version: string }
  | { state: 'slow' }
  | { state: 'none' };

/** Asks every address at which an engine may be, at once; takes `timeoutMs` at most. Never fails. */
export async function engineVersion(system: System, timeoutMs = 2000): Promise<EngineVersion> {
  const endpoints = await endpointsToTry(system).catch((error: unknown) => {
    if (isFailure(error)) return [];
    throw error;
  });
  const states = await Promise.all(endpoints.map((endpoint) => stateOf(endpoint, timeoutMs)));
  return (
    states.find(({ state }) => state === 'answers') ??
    states.find(({ state }) => state === 'slow') ?? { state: 'none' }
  );
}

async function stateOf(endpoint: Endpoint, timeoutMs: number): Promise<EngineVersion> {
  try {
    const answer = await ask(endpoint, '/version', timeoutMs);
    const { Version, Components } = replyIn(answer, versionReply, endpoint.address);
    return { state: 'answers', product: engineOf(Components.map(({ Name }) => Name)), version: Version };
  } catch (error) {
    return { state: errorCode(error) === 'ETIMEDOUT' ? 'slow' : 'none' };
  }
}
