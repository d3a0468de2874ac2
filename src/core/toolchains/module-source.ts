import { type Failure, failure, isFailure } from '#contract/failure';
import type { Proof } from '#contract/toolchains';
import { maskSecrets, type System, unpackZip } from '#core/system';
import { lookUp, parseChecksumDatabase } from './checksum-database.ts';
import type { Delivering, Order } from './delivery.ts';
import { downloadOn, partPath } from './downloading.ts';
import { goSetting } from './go-settings.ts';
import { moduleHash } from './module-hash.ts';
import { matchesPatterns } from './module-patterns.ts';
import { type ProxyEntry, parseProxies } from './module-proxies.ts';
import { downloadSites } from './release-index.ts';
import { isMissing, isSourceFailure, problemOf } from './source-failures.ts';
import type { ToolchainId } from './targets.ts';

/** Toolchains are versions of this module (https://go.dev/doc/toolchain#download). */
export const modulePath = 'golang.org/toolchain';

/** `v0.0.1-go1.24.9.linux-amd64` */
export function moduleVersion({ version, os, arch }: ToolchainId): string {
  return `v0.0.1-${version}.${os}-${arch}`;
}

/** Where a module proxy has a file of the toolchain's module: `info`, `zip`. */
export function moduleUrl(proxy: string, id: ToolchainId, file: 'info' | 'zip'): string {
  return `${proxy}/${modulePath}/@v/${moduleVersion(id)}.${file}`;
}

/**
 * Downloads a toolchain's module from the first proxy that has it, in the order and by the rules of GOPROXY.
 * Failures: those of `download`, source.no-proxy; at the proof toolchain.checksum-mismatch and
 * checksum-database.untrusted.
 */
export async function* fromProxies(order: Order, entries: readonly ProxyEntry[]): Delivering {
  const { system, id } = order;
  let last: unknown = failure('source.no-proxy', { reason: 'unknown' });
  for (const { url: entry, next } of entries) {
    if (entry === 'off') throw failure('source.no-proxy', { reason: 'off' });
    const proxy = entry === 'direct' ? origin(system) : entry;
    const url = moduleUrl(proxy, id, 'zip');
    const to = partPath(order, `${moduleVersion(id)}.zip`, url);
    try {
      yield* downloadOn(order, { url, to, isKnown: false });
    } catch (error) {
      const mayGoOn =
        next === 'any' ? isSourceFailure(error) : isFailure(error) && isMissing(error, [404, 410]);
      if (!mayGoOn) throw error;
      last = error;
      continue;
    }
    const root = `${modulePath}@${moduleVersion(id)}`;
    return {
      archive: to,
      source: { kind: 'proxy', url: maskSecrets(url) },
      isModule: true,
      unpack: () => unpackZip({ archive: to, into: order.goroot, root, signal: order.signal }),
      [Symbol.asyncDispose]: () => Promise.resolve(),
      prove: ({ files }) => vouch(order, moduleHash(`${root}/`, files), proxy),
    };
  }
  throw last;
}

/** Where golang.org/toolchain says it comes from itself, `<meta name="go-import">`: https://go.dev/dl/mod. */
function origin(system: System): string {
  return `${downloadSites(system)[0] ?? ''}/mod`;
}

/**
 * The proxies that Go itself would ask; with GONOPROXY none but the origin. Failures: source.no-proxy where none is
 * known.
 */
export async function goproxy(system: System): Promise<ProxyEntry[]> {
  if ((await excludedBy(system, 'GONOPROXY')) !== null) return parseProxies('direct');
  const value = await goSetting(system, 'GOPROXY');
  if (value === null) throw failure('source.no-proxy', { reason: 'unknown' });
  return parseProxies(value);
}

/** Whether GOPROXY is `off`: Go is to download nothing, whatever it needs. */
export async function proxyIsOff(system: System): Promise<boolean> {
  const value = await goSetting(system, 'GOPROXY');
  return value !== null && parseProxies(value)[0]?.url === 'off';
}

/** Which variable takes toolchains out, with its patterns; GOPRIVATE is the default of both. null: none does. */
async function excludedBy(
  system: System,
  name: 'GONOPROXY' | 'GONOSUMDB',
): Promise<{ variable: string; patterns: string } | null> {
  const own = await goSetting(system, name);
  const patterns = own ?? (await goSetting(system, 'GOPRIVATE')) ?? '';
  return matchesPatterns(patterns, modulePath)
    ? { variable: own === null ? 'GOPRIVATE' : name, patterns }
    : null;
}

async function vouch({ system, id, signal }: Order, hash: string, proxy: string): Promise<Proof> {
  const { version } = id;
  const unproven = ({ code, params }: Failure): Proof => ({
    method: 'none',
    hash,
    because: { code, params },
  });
  // The name of Go's default database stands in every Go; this is the one place where it is ours to know.
  const setting = (await goSetting(system, 'GOSUMDB')) ?? 'sum.golang.org';
  const excluded = await excludedBy(system, 'GONOSUMDB');
  if (excluded) return unproven(failure('checksum-database.excluded', { version, ...excluded }));
  if (setting === 'off') return unproven(failure('checksum-database.off', { version }));
  const database = parseChecksumDatabase(setting);
  if (!database) {
    return unproven(failure('checksum-database.unreadable', { version, gosumdb: maskSecrets(setting) }));
  }
  const { name } = database.key;
  const module = { path: modulePath, version: moduleVersion(id) };
  try {
    const found = await lookUp(system, database, module, { proxies: [proxy], signal });
    if (!found) return unproven(failure('checksum-database.unknown', { version, database: name }));
    if (found.hash !== hash) {
      throw failure('toolchain.checksum-mismatch', {
        what: `${modulePath}@${module.version}`,
        expected: found.hash,
        got: hash,
        source: maskSecrets(proxy),
      });
    }
    const { record, treeSize, via } = found;
    return { method: 'checksum-database', hash, record: { database: name, number: record, treeSize, via } };
  } catch (error) {
    if (!isSourceFailure(error)) throw error;
    const url = String(error.params['url']);
    const problem = problemOf(error);
    return unproven(failure('checksum-database.unreachable', { version, database: name, url, problem }));
  }
}
