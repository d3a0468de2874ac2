import { type Failure, failure, isFailure } from '#contract/failure';
import type { EngineStateName } from '#contract/engine-chooser';
import type { ImageEngine, ImageEngines } from '#contract/images';
import { maskSecrets, type System } from '#core/system';
import { chosenEngine } from './choice.ts';
import { type Connection, connectTo, requiresTls } from './connect.ts';
import { dockerContexts } from './docker-context.ts';
import { describeAddress, existingEndpoints, type KnownEndpoint } from './endpoints.ts';
import { connectNerdctl, isNerdctl, nerdctlAddresses } from './nerdctl.ts';
import { productSaid } from './products.ts';
import { infoReply, type InfoReply, type VersionReply } from './replies.ts';
import { storeOf } from './store.ts';

/**
 * All engines of this machine: those at the usual places, of Docker's contexts, and the chosen one, each with what it is
 * or why it does not answer. Asks all at once; one that hangs takes `pingTimeoutMs`. Failures: those of `chosenEngine`.
 */
export async function listEngines(system: System): Promise<ImageEngines> {
  const chosen = await chosenEngine(system);
  const contexts = await dockerContexts(system);
  const known = await existingEndpoints(system, contexts, chosen ? [chosen.address] : []);
  known.push(...(await nerdctls(system, known)));
  const asked = await Promise.all(
    known.map(async (each, index) => {
      const isChosen = chosen !== null && index === 0;
      if (isNerdctl(each.address)) return stateOfEngine(each, () => connectNerdctl(system, each.address));
      const endpoint = isChosen && requiresTls(system) ? null : each.endpoint;
      return endpoint ? stateOfEngine(each, () => connectTo(endpoint)) : unsupported(each);
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

/** The nerdctl commands that are not among `known` already. */
async function nerdctls(system: System, known: readonly KnownEndpoint[]): Promise<KnownEndpoint[]> {
  const found = await Promise.all((await nerdctlAddresses(system)).map(describeAddress));
  return found.filter(({ address }) => !known.some((each) => each.address === address));
}

function nothingSaid({ address, product, instance, contexts }: KnownEndpoint) {
  const endpoint = maskSecrets(address);
  return { endpoint, product, instance, contexts, name: null, version: null, store: null };
}

function unsupported(known: KnownEndpoint): Asked {
  const said = nothingSaid(known);
  const problem = failure('engine.unsupported', { endpoint: said.endpoint });
  return { ...said, state: 'unsupported', problem: reasonOf(problem) };
}

async function stateOfEngine(known: KnownEndpoint, connectThere: () => Promise<Connection>): Promise<Asked> {
  const said = nothingSaid(known);
  try {
    const engine = await connectThere();
    const info = await infoOf(engine);
    return { ...said, ...described(known, engine.version, info), state: 'answers', problem: null };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { ...said, state: stateOf(error), problem: reasonOf(error) };
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

/** null: an engine that says its version, and no more. */
async function infoOf(engine: Connection): Promise<InfoReply | null> {
  return engine.get('/info', infoReply).catch((error: unknown) => {
    if (isFailure(error)) return null;
    throw error;
  });
}

function stateOf({ code }: Failure): EngineStateName {
  switch (code) {
    case 'engine.slow':
      return 'hangs';
    case 'engine.refused':
      return 'refused';
    case 'engine.unreadable':
      return 'unreadable';
    case 'engine.unsupported':
      return 'unsupported';
    default:
      return 'stopped';
  }
}

function reasonOf({ code, params }: Failure): { code: string; params: Record<string, unknown> } {
  return { code, params };
}
