import { failure } from '#contract/failure';
import type { InstallRequest } from '#contract/toolchains';
import { maskSecrets, type System } from '#core/system';
import { goproxy } from '../goenv/index.ts';
import { readAddress } from '../network/index.ts';
import {
  type Chosen,
  choose,
  downloadSites,
  knownIndex,
  proxyListing,
  type ReleaseIndex,
  readWanted,
  releaseIndex,
  type Wanted,
} from '../releases/index.ts';
import { archiveName } from '../versions/index.ts';
import { fromSource, planSource } from './from-source/index.ts';
import type { InstallPlan, Step } from './install-plan.ts';
import { planFileOrWord } from './plan-file.ts';
import {
  type Delivering,
  fromProxies,
  fromSite,
  mirrorNamed,
  type Order,
  probeUrl,
  userMirrors,
} from './sources/index.ts';

/**
 * Decides which toolchain is meant and where it may come from. Failures: version.unreadable, version.unknown,
 * version.no-build, source.unreadable, source.no-checksum, source.cannot-build, source.no-bootstrap,
 * source.unknown, source.bad-address, toolchain.another-archive, cancelled, and those of a network where the place
 * itself has to be asked.
 */
export async function planInstall(
  system: System,
  request: InstallRequest,
  signal?: AbortSignal,
): Promise<InstallPlan> {
  const wanted = readWanted(request.version);
  const { from, os, arch } = request;
  const mirror = from === undefined ? null : mirrorNamed(from);
  // They become part of folder names and addresses.
  if (!/^\w*$/.test(os ?? '') || !/^\w*$/.test(arch ?? '')) {
    throw failure('version.no-build', {
      version: request.version,
      target: `${os ?? system.os}/${arch ?? system.arch}`,
    });
  }
  if (
    from !== undefined &&
    from !== 'official' &&
    from !== 'proxy' &&
    from !== 'source' &&
    mirror === null &&
    !/^[a-z][a-z0-9+.-]+:\/\//i.test(from)
  ) {
    return planFileOrWord(system, { ...request, from }, wanted, signal);
  }
  if (from === 'source') {
    const { id, what, unasked } = await planSource(system, request, wanted, signal);
    const steps = archiveSteps(system, what.source.index, (order, site) => fromSource(order, site, what));
    return { id, steps, absent: null, certain: true, unasked };
  }
  const chosen = await look(system, request, wanted, signal);
  const { id, index, absent, unasked } = chosen;
  const certain = index.origin === 'live';
  const facts = { id, absent, certain, unasked };
  const official = officialSteps(system, chosen);
  switch (from) {
    case 'official':
      if (absent) throw absent;
      return { ...facts, steps: official };
    case 'proxy':
      return { ...facts, steps: [proxyStep(system)] };
    case undefined:
      // Where the site did not even answer for its index, the archives come last: they would be waited for in vain.
      return {
        ...facts,
        steps: certain ? [...official, proxyStep(system)] : [proxyStep(system), ...official],
      };
    default:
      return {
        ...facts,
        steps: [mirror === null ? await urlStep(system, from, chosen, signal) : mirrorStep(mirror, chosen)],
      };
  }
}

/**
 * Reads what is on offer, and chooses. Where one exact version comes from a module proxy, the checksum database
 * speaks and no index need be asked; and where the index is old, the proxies know what came out since.
 */
async function look(
  system: System,
  request: InstallRequest,
  wanted: Wanted,
  signal: AbortSignal | undefined,
): Promise<Chosen> {
  const { from } = request;
  const isExact = wanted.kind === 'exact';
  const index = await (from === 'proxy' && isExact ? knownIndex(system) : releaseIndex(system, signal));
  const mayBeOld = index.origin !== 'live' && !isExact && (from === undefined || from === 'proxy');
  const proxy = mayBeOld ? await proxyListing(system, signal) : null;
  return choose(system, request, wanted, index, proxy?.toolchains ?? []);
}

function officialSteps(system: System, { file, index }: Chosen): Step[] {
  return file ? archiveSteps(system, index, (order, site) => fromSite(order, site, { file, index })) : [];
}

/** The places that have the official archives, the user's mirrors last. */
function archiveSteps(
  system: System,
  index: Pick<ReleaseIndex, 'origin' | 'base'>,
  deliver: (order: Order, site: string) => Delivering,
): Step[] {
  // The one that answered for its index comes first.
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

/** A mirror that is known by name has the archives of the index, and is asked for nothing else. */
function mirrorStep(mirror: string, { id, file, index, absent }: Chosen): Step {
  if (!file) throw absent ?? failure('source.no-checksum', { filename: archiveName(id) });
  return { name: mirror, deliver: (order) => fromSite(order, mirror, { file, index }) };
}

async function urlStep(system: System, from: string, chosen: Chosen, signal?: AbortSignal): Promise<Step> {
  const { id, file, index, absent } = chosen;
  readAddress(from);
  const found = await probeUrl(system, from, id, signal);
  const name = maskSecrets(found.base);
  if (found.kind === 'proxy') {
    return { name, deliver: (order) => fromProxies(order, [{ url: found.base, next: 'missing' }]) };
  }
  if (found.kind === 'site' && file) {
    return { name, deliver: (order) => fromSite(order, found.base, { file, index }) };
  }
  if (found.kind === 'site') throw failure('source.no-checksum', { filename: found.filename });
  throw absent ?? failure('source.unreadable', { from: maskSecrets(from), detail: found.detail });
}
