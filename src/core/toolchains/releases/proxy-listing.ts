import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { isFailure } from '#contract/failure';
import {
  burrowPaths,
  isOwnHome,
  maskSecrets,
  readTextIfThere,
  type System,
  writeFileAtomic,
} from '#core/system';
import { goproxy, modulePath } from '../goenv/index.ts';
import { ask, isSourceFailure } from '../network/index.ts';
import { folderName, parseFolderName, type ToolchainId } from '../versions/index.ts';

/** The toolchains that a module proxy lists. Only a hint: downloads are checked with the checksum database. */
export interface ProxyListing {
  /** The proxy, without passwords. */
  url: string;
  origin: 'live' | 'cached';
  asOf: string;
  toolchains: ToolchainId[];
}

/**
 * The list of the first of GOPROXY's proxies that answers; when none does, a cached list; null when there is no proxy.
 * Failures: cancelled.
 */
export async function proxyListing(
  system: System,
  signal: AbortSignal | undefined,
): Promise<ProxyListing | null> {
  for (const url of await proxyUrls(system)) {
    try {
      const { status, body } = await ask(system, `${url}/${modulePath}/@v/list`, { signal });
      const toolchains = status === 200 ? parseListing(body.toString()) : [];
      if (toolchains.length > 0) return await keep(system, url, toolchains);
    } catch (error) {
      if (!isSourceFailure(error)) throw error;
    }
  }
  return keptListing(system);
}

/** The cached list of a proxy of GOPROXY; uses no network. null: there is none. */
export async function keptListing(system: System): Promise<ProxyListing | null> {
  for (const url of await proxyUrls(system)) {
    try {
      const kept = keptSchema.parse(JSON.parse((await readTextIfThere(keptAt(system, url))) ?? 'null'));
      return {
        url: maskSecrets(url),
        origin: 'cached',
        asOf: kept.asOf,
        toolchains: kept.toolchains.map(parseFolderName).filter((id) => id !== null),
      };
    } catch {
      // Nothing is cached for this proxy.
    }
  }
  return null;
}

async function proxyUrls(system: System): Promise<string[]> {
  try {
    return (await goproxy(system)).map(({ url }) => url).filter((url) => url !== 'off' && url !== 'direct');
  } catch (error) {
    if (isFailure(error, 'source.no-proxy')) return [];
    throw error;
  }
}

async function keep(system: System, url: string, toolchains: ToolchainId[]): Promise<ProxyListing> {
  const asOf = system.now().toISOString();
  // Only a cache: a read-only home must not make the request fail.
  if (await isOwnHome(system)) {
    const kept: z.infer<typeof keptSchema> = { asOf, toolchains: toolchains.map(folderName) };
    await writeFileAtomic(keptAt(system, url), JSON.stringify(kept), { mode: 0o600 }).catch(() => undefined);
  }
  return { url: maskSecrets(url), origin: 'live', asOf, toolchains };
}

const keptSchema = z.object({ asOf: z.iso.datetime(), toolchains: z.array(z.string()) });

/** One file per proxy, so that their answers are never mixed up. */
function keptAt(system: System, url: string): string {
  const name = createHash('sha256').update(url).digest('hex').slice(0, 12);
  return join(burrowPaths(system).cache, `proxy-releases-${name}.json`);
}

/** Reads the lines `v0.0.1-go1.24.9.linux-amd64`; all others are ignored. */
function parseListing(text: string): ToolchainId[] {
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('v0.0.1-') ? parseFolderName(line.slice('v0.0.1-'.length)) : null))
    .filter((id) => id !== null);
}
