import { stat } from 'node:fs/promises';
import { type Failure, failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import { connectionFailure } from './answers.ts';
import { chosenEngine } from './choice.ts';
import { endpointsToTry } from './connect.ts';
import { describeAddress, type Endpoint } from './endpoints.ts';
import { ask } from './engine-api.ts';
import { connectNerdctl, isNerdctl } from './nerdctl.ts';

/** Whether a container engine answers. */
export interface EngineState {
  /** By a variable, in Burrow's settings, or by Docker's context. */
  chosen: boolean;
  /** Where one is expected, secrets masked: the chosen address, or the sockets that exist. Empty: nowhere. */
  endpoints: string[];
  /** engine.not-running, .slow, .refused, .unreadable or .unsupported; null: one answers, or none is expected. */
  problem: Failure | null;
}

/** Asks all engines that are expected here at once, for `timeoutMs` at most. Never fails. */
export async function probeEngine(system: System, timeoutMs: number): Promise<EngineState> {
  const choice = await chosenEngine(system).catch(() => null);
  const chosen = choice !== null;
  try {
    if (choice && isNerdctl(choice.address)) {
      await connectNerdctl(system, choice.address);
      return { chosen, endpoints: [choice.address], problem: null };
    }
    const all = await endpointsToTry(system);
    const isExpected = await Promise.all(all.map(async (endpoint) => chosen || (await isThere(endpoint))));
    const expected = all.filter((_, index) => isExpected[index]);
    const problems = await Promise.all(expected.map((endpoint) => problemOf(endpoint, timeoutMs)));
    const endpoints = expected.map(({ address }) => maskSecrets(address));
    if (problems.length === 0 || problems.includes(null)) return { chosen, endpoints, problem: null };
    const worst = problems.find((each) => each?.code !== 'engine.not-running');
    return {
      chosen,
      endpoints,
      problem: worst ?? failure('engine.not-running', { tried: endpoints, product: null }),
    };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { chosen, endpoints: [], problem: error };
  }
}

/** null: it answers, whatever it says. */
async function problemOf(endpoint: Endpoint, timeoutMs: number): Promise<Failure | null> {
  try {
    await ask(endpoint, '/_ping', timeoutMs);
    return null;
  } catch (error) {
    const { product } = await describeAddress(endpoint.address);
    const problem = connectionFailure(error, maskSecrets(endpoint.address), product);
    if (isFailure(problem)) return problem;
    throw error;
  }
}

/** A context of another machine that nobody chose is not expected to answer. */
async function isThere({ to }: Endpoint): Promise<boolean> {
  if (!('socketPath' in to)) return false;
  return stat(to.socketPath).then(
    () => true,
    () => false,
  );
}
