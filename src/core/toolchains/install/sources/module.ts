import { failure, isFailure } from '#contract/failure';
import { maskSecrets, type System, unpackZip } from '#core/system';
import { goproxy, modulePath, moduleUrl, moduleVersion, type ProxyEntry } from '../../goenv/index.ts';
import { isMissing, isSourceFailure } from '../../network/index.ts';
import { downloadSites } from '../../releases/index.ts';
import { moduleHash, trustedDatabase, verifierFor } from '../sumdb/index.ts';
import type { Delivering, Order } from './delivery.ts';
import { downloadOn, partPath } from './download.ts';

/** ms without data: longer than for a site, since a proxy may have to fetch the module itself before it answers. */
const idleTimeoutMs = 40_000;

/**
 * Downloads a toolchain's module from the first proxy that has it, in the order and by the rules of GOPROXY. Failures:
 * those of `download`, `trustedDatabase` and `verifierFor`, source.no-proxy; from `prove`, toolchain.checksum-mismatch.
 */
export async function* fromProxies(order: Order, entries: readonly ProxyEntry[]): Delivering {
  const { system, id } = order;
  const trust = await trustedDatabase(system, id.version);
  let last: unknown = failure('source.no-proxy', { reason: 'unknown' });
  for (const { url: entry, next } of entries) {
    if (entry === 'off') throw failure('source.no-proxy', { reason: 'off' });
    const proxy = entry === 'direct' ? origin(system) : entry;
    const url = moduleUrl(proxy, id, 'zip');
    const to = partPath(order, `${moduleVersion(id)}.zip`, url);
    try {
      yield* downloadOn(order, { url, to, isKnown: false, idleTimeoutMs });
    } catch (error) {
      const mayGoOn =
        next === 'any' ? isSourceFailure(error) : isFailure(error) && isMissing(error, [404, 410]);
      if (!mayGoOn) throw error;
      last = error;
      continue;
    }
    const version = moduleVersion(id);
    const root = `${modulePath}@${version}`;
    const module = { path: modulePath, version, go: id.version };
    const verify = await verifierFor(system, module, trust, {
      proxies: await passingOn(system, proxy),
      signal: order.signal,
    });
    return {
      archive: to,
      source: { kind: 'proxy', url: maskSecrets(url) },
      isModule: true,
      unpack: () => unpackZip({ archive: to, into: order.goroot, root, signal: order.signal }),
      [Symbol.asyncDispose]: () => Promise.resolve(),
      prove: async ({ files }) => verify(moduleHash(`${root}/`, files)),
    };
  }
  throw last;
}

/** The origin that golang.org/toolchain names in `<meta name="go-import">`: https://go.dev/dl/mod. */
function origin(system: System): string {
  return `${downloadSites(system)[0] ?? ''}/mod`;
}

/** The proxies that may serve the checksum database: the one that delivered, and the others of GOPROXY. */
async function passingOn(system: System, proxy: string): Promise<string[]> {
  const named = await goproxy(system).catch((error: unknown) => {
    if (isFailure(error, 'source.no-proxy')) return [];
    throw error;
  });
  const others = named.map(({ url }) => url).filter((url) => url !== 'direct' && url !== 'off');
  return [...new Set([proxy, ...others])];
}
