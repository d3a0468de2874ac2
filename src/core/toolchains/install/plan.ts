import { failure } from '#contract/failure';
import type { InstallRequest } from '#contract/toolchains';
import { maskSecrets, type System } from '#core/system';
import { goproxy } from '../goenv/index.ts';
import {
  type Asked,
  type Chosen,
  choose,
  downloadSites,
  knownIndex,
  proxyListing,
  type ReleaseIndex,
  releaseIndex,
} from '../releases/index.ts';
import { archiveName } from '../versions/index.ts';
import { fromSource, planSource } from './from-source/index.ts';
import type { InstallPlan, Step } from './install-plan.ts';
import { planFile } from './plan-file.ts';
import { type From, readRequest } from './request.ts';
import {
  type Delivering,
  fromProxies,
  fromSite,
  type Order,
  probeUrl,
  userMirrors,
} from './sources/index.ts';

/**
 * Decides which toolchain is wanted and where it may come from. Failures: version.unreadable, version.unknown,
 * version.no-build, source.unreadable, source.no-checksum, source.cannot-build, source.no-bootstrap, source.unknown,
 * source.bad-address, toolchain.another-archive, cancelled, and network failures when the source itself has to be
 * asked.
 */
export async function planInstall(
  system: System,
  request: InstallRequest,
  signal?: AbortSignal,
): Promise<InstallPlan> {
  const { asked, from } = readRequest(system, request);
  if (from.kind === 'file') return planFile(system, asked, from, signal);
  if (from.kind === 'source') {
    const { id, what, unasked } = await planSource(system, asked, signal);
    const steps = archiveSteps(system, what.source.index, (order, site) => fromSource(order, site, what));
    return { id, steps, absent: null, certain: true, unasked };
  }
  const chosen = await look(system, asked, from, signal);
  const { id, index, absent, unasked } = chosen;
  const steps = await stepsFrom(system, from, chosen, signal);
  return { id, steps, absent, certain: index.origin === 'live', unasked };
}

/** The sources for which an index is needed. */
type Listed = Exclude<From, { kind: 'file' | 'source' }>;

/**
 * Reads the available releases, and chooses. An exact version from a module proxy needs no index: the checksum database
 * verifies it. When the index is old, the proxies know newer releases.
 */
async function look(
  system: System,
  asked: Asked,
  { kind }: Listed,
  signal: AbortSignal | undefined,
): Promise<Chosen> {
  const isExact = asked.wanted.kind === 'exact';
  const index = await (kind === 'proxy' && isExact ? knownIndex(system) : releaseIndex(system, signal));
  const mayBeOld = index.origin !== 'live' && !isExact && (kind === 'anywhere' || kind === 'proxy');
  const proxy = mayBeOld ? await proxyListing(system, signal) : null;
  return choose(system, asked, index, proxy?.toolchains ?? []);
}

/** The sources to try, in order. */
async function stepsFrom(
  system: System,
  from: Listed,
  chosen: Chosen,
  signal: AbortSignal | undefined,
): Promise<Step[]> {
  switch (from.kind) {
    case 'official':
      if (chosen.absent) throw chosen.absent;
      return officialSteps(system, chosen);
    case 'proxy':
      return [proxyStep(system)];
    case 'mirror':
      return [mirrorStep(from.base, chosen)];
    case 'address':
      return [await addressStep(system, from.url, chosen, signal)];
    case 'anywhere':
    default: {
      const official = officialSteps(system, chosen);
      // When the site did not even deliver its index, its archives come last, to avoid a pointless wait.
      return chosen.index.origin === 'live'
        ? [...official, proxyStep(system)]
        : [proxyStep(system), ...official];
    }
  }
}

function officialSteps(system: System, { file, index }: Chosen): Step[] {
  return file ? archiveSteps(system, index, (order, site) => fromSite(order, site, { file, index })) : [];
}

/** The sources of the official archives, the user's mirrors last. */
function archiveSteps(
  system: System,
  index: Pick<ReleaseIndex, 'origin' | 'base'>,
  deliver: (order: Order, site: string) => Delivering,
): Step[] {
  // The site that delivered its index comes first.
  const sites = index.origin === 'live' ? [index.base, ...downloadSites(system)] : downloadSites(system);
  return [...new Set([...sites, ...userMirrors(system)])].map((site) => ({
    name: maskSecrets(site),
    deliver: (order) => deliver(order, site),
  }));
}

function proxyStep(system: System): Step {
  return {
    name: 'GOPROXY',
    deliver: async function* (order) {
      return yield* fromProxies(order, await goproxy(system));
    },
  };
}

/** A mirror with a known name has the archives of the index; nothing else is requested from it. */
function mirrorStep(mirror: string, { id, file, index, absent }: Chosen): Step {
  if (!file) throw absent ?? failure('source.no-checksum', { filename: archiveName(id) });
  return { name: mirror, deliver: (order) => fromSite(order, mirror, { file, index }) };
}

async function addressStep(
  system: System,
  url: string,
  { id, file, index, absent }: Chosen,
  signal: AbortSignal | undefined,
): Promise<Step> {
  const found = await probeUrl(system, url, id, signal);
  const name = maskSecrets(found.base);
  if (found.kind === 'proxy') {
    return { name, deliver: (order) => fromProxies(order, [{ url: found.base, next: 'missing' }]) };
  }
  if (found.kind === 'site' && file) {
    return { name, deliver: (order) => fromSite(order, found.base, { file, index }) };
  }
  if (found.kind === 'site') throw failure('source.no-checksum', { filename: found.filename });
  throw absent ?? failure('source.unreadable', { from: maskSecrets(url), detail: found.detail });
}
