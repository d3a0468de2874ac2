import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { failure } from '#contract/failure';
import { type AvailableResult, releaseFile } from '#contract/toolchains';
import {
  burrowPaths,
  isOwnHome,
  maskSecrets,
  readTextIfThere,
  type System,
  writeFileAtomic,
} from '#core/system';
import { ask } from '../network/index.ts';
import { compareVersions } from '../versions/index.ts';
import { type IndexedRelease, parseIndex } from './index-format.ts';

/** Go's releases with the SHA-256 of their archives, as an official index told them. */
export interface ReleaseIndex {
  /** Newest first. */
  releases: IndexedRelease[];
  origin: AvailableResult['origin'];
  asOf: string;
  /** Where its archives are: `<base>/<filename>`. */
  base: string;
}

/** ms without a byte: a list that people wait for must not wait for a network that swallows everything. */
const patience = 4000;

/** Both are Google's own; the second answers where the first does not (https://golang.google.cn). */
const officialSites = ['https://go.dev/dl', 'https://golang.google.cn/dl'];

/**
 * Where the official index and archives are: `$BURROW_GO_DL` alone when it is set, for a copy of the download site
 * in a closed network. Its index (`<base>/?mode=json&include=all`) then counts as official, so whoever sets it
 * trusts that place with the checksums as well; a mirror given with `--from` is never trusted with them.
 */
export function downloadSites(system: Pick<System, 'env'>): string[] {
  const chosen = system.env['BURROW_GO_DL'];
  return chosen ? [chosen.replace(/\/+$/, '')] : officialSites;
}

/**
 * The newest index that can be had: asked now, else kept from an earlier time, else shipped with Burrow.
 * Failures: cancelled.
 */
export async function releaseIndex(system: System, signal?: AbortSignal): Promise<ReleaseIndex> {
  for (const base of downloadSites(system)) {
    try {
      return await askNow(system, base, signal);
    } catch (error) {
      if (signal?.aborted) throw failure('cancelled', {}, error);
    }
  }
  return knownIndex(system);
}

/**
 * The newest index that needs no network: of those kept from the official sites and the bundled one; of a place that the
 * user named, what was kept of that, whatever is in it.
 */
export async function knownIndex(system: System): Promise<ReleaseIndex> {
  const sites = downloadSites(system);
  const kept = (await Promise.all(sites.map((base) => readKept(system, base)))).filter(
    (index) => index !== null,
  );
  if (sites !== officialSites && kept[0]) return kept[0];
  const { bundledIndex } = await import('./bundled-index.ts');
  const [base = ''] = sites;
  return newestOf([...kept, { ...bundledIndex(), origin: 'bundled', base }]);
}

/** Releases are only ever added, so the newest release tells; dates would be only as good as the clock was. */
function newestOf(indexes: readonly ReleaseIndex[]): ReleaseIndex {
  const newest = ({ releases }: ReleaseIndex): string => releases[0]?.version ?? '';
  return indexes.reduce((best, next) => (compareVersions(newest(next), newest(best)) > 0 ? next : best));
}

async function askNow(system: System, base: string, signal?: AbortSignal): Promise<ReleaseIndex> {
  const { status, body } = await ask(system, `${base}/?mode=json&include=all`, {
    idleTimeoutMs: patience,
    signal,
  });
  if (status !== 200) throw new Error(String(status));
  const releases = parseIndex(body.toString());
  const index = { releases, asOf: system.now().toISOString(), base };
  // Keeping it is a favour to the next time; a read-only home must not spoil this one.
  if (await isOwnHome(system)) {
    const kept = JSON.stringify({ ...index, base: maskSecrets(base) });
    await writeFileAtomic(keptAt(system, base), kept, { mode: 0o600 }).catch(() => undefined);
  }
  return { ...index, origin: 'live' };
}

const keptSchema = z.object({
  asOf: z.iso.datetime(),
  base: z.string(),
  releases: z.array(z.object({ version: z.string(), stable: z.boolean(), files: z.array(releaseFile) })),
});

async function readKept(system: System, base: string): Promise<ReleaseIndex | null> {
  try {
    const kept = keptSchema.parse(JSON.parse((await readTextIfThere(keptAt(system, base))) ?? 'null'));
    return { ...kept, base, origin: 'cached' };
  } catch {
    return null;
  }
}

/** One file a site: what one place said must not pass for what another said. */
function keptAt(system: System, base: string): string {
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12);
  return join(burrowPaths(system).cache, `releases-${name}.json`);
}
