import { type Failure, failure, isFailure } from '#contract/failure';
import type { EngineStateName } from '#contract/engine-chooser';
import type { ImageEngine, ImageEngines } from '#contract/images';
import { maskSecrets, type System } from '#core/system';
import { chosenEngine, rememberEngine } from './choice.ts';
import { askVersion, requiresTls, versionTimeoutMs } from './connect.ts';
import { dockerContexts } from './docker-context.ts';
import { type Endpoint, existingEndpoints, type KnownEndpoint } from './endpoints.ts';
import { ask } from './engine-api.ts';
import { replyIn } from './answers.ts';
import { productSaid } from './products.ts';
import { infoReply, type InfoReply, type VersionReply } from './replies.ts';
import { storeOf } from './store.ts';

/**
 * All engines of this machine: those at the usual places, of Docker's contexts, and the chosen one, each with what it is
 * or why it does not answer. Asks all at once and takes `versionTimeoutMs` twice at most. Failures: those of `chosenEngine`.
 */
export async function listEngines(system: System): Promise<ImageEngines> {
  const chosen = await chosenEngine(system);
  const contexts = await dockerContexts(system);
  const known = await existingEndpoints(system, contexts, chosen ? [chosen.address] : []);
  const asked = await Promise.all(
    known.map((each, index) => {
      const isChosen = chosen !== null && index === 0;
      return engineAt(each, isChosen && requiresTls(system));
    }),
  );
  // A pipe of Windows that nobody serves and no context names is not an engine.
  const engines = asked.filter(
    ({ state, contexts: names, endpoint }, index) =>
      state !== 'stopped' || names.length > 0 || (chosen && index === 0) || !endpoint.startsWith('npipe:'),
  );
  const used = chosen ? 0 : engines.findIndex(({ state }) => state === 'answers');
  return {
    chosenBy: chosen?.by ?? null,
    engines: engines.map((each, index) => ({ ...each, used: index === used })),
  };
}

type Asked = Omit<ImageEngine, 'used'>;

async function engineAt(known: KnownEndpoint, needsTls: boolean): Promise<Asked> {
  const address = maskSecrets(known.address);
  const base = {
    endpoint: address,
    product: known.product,
    instance: known.instance,
    contexts: known.contexts,
    name: null,
    version: null,
    store: null,
  };
  if (!known.endpoint || needsTls) {
    const problem = failure('engine.unsupported', { endpoint: address });
    return { ...base, state: 'unsupported', problem: reasonOf(problem) };
  }
  try {
    const version = await askVersion(known.endpoint, versionTimeoutMs);
    const info = await infoOf(known.endpoint);
    return { ...base, ...described(known, version, info), state: 'answers', problem: null };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { ...base, state: stateOf(error), problem: reasonOf(error) };
  }
}

function described(known: KnownEndpoint, version: VersionReply, info: InfoReply | null) {
  const components = version.Components.map(({ Name }) => Name);
  const said = productSaid({
    components,
    platform: version.Platform?.Name ?? null,
    operatingSystem: info?.OperatingSystem ?? null,
  });
  const store = info && storeOf(version, info);
  return {
    product: known.product ?? said,
    name: store?.engine ?? null,
    version: version.Version,
    store: store?.driver ?? null,
  };
}

/** null: an engine that says its version, and no more in time. */
async function infoOf(endpoint: Endpoint): Promise<InfoReply | null> {
  try {
    return replyIn(await ask(endpoint, '/info', versionTimeoutMs), infoReply, endpoint.address);
  } catch {
    return null;
  }
}

function stateOf({ code }: Failure): EngineStateName {
  switch (code) {
    case 'engine.slow':
      return 'hangs';
    case 'engine.refused':
      return 'refused';
    case 'engine.unreadable':
      return 'unreadable';
    default:
      return 'stopped';
  }
}

function reasonOf({ code, params }: Failure): { code: string; params: Record<string, unknown> } {
  return { code, params };
}

/** Remembers which engine images are read from; null: the first that answers. Failures: those of `rememberEngine`. */
export async function chooseEngine(system: System, endpoint: string | null): Promise<ImageEngines> {
  await rememberEngine(system, endpoint);
  return listEngines(system);
}
