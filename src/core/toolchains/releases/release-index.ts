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
  trimmedEnd,
} from '#core/system';
import { ask } from '../network/index.ts';
import { compareVersions } from '../versions/index.ts';
import { type IndexedRelease, parseIndex } from './index-format.ts';

/** Go's releases with the SHA-256 of their archives, as listed by an official index. */
export interface ReleaseIndex {
  /** Newest first. */
  releases: IndexedRelease[];
  origin: AvailableResult['origin'];
  asOf: string;
  /** The address of its archives: `<base>/<filename>`. */
  base: string;
}

/** ms without data: users wait for this list, and a network may drop everything silently. */
const idleTimeoutMs = 4000;
/** ms for the whole index. */
const timeoutMs = 30_000;

/** Both are Google's; the second is reachable where the first is not (https://golang.google.cn). */
const officialSites = ['https://go.dev/dl', 'https://golang.google.cn/dl'];

/**
 * Where the official index and archives are: `$BURROW_GO_DL` alone when it is set, for a copy of the download site in a
 * closed network. Its index (`<base>/?mode=json&include=all`) then counts as official, so setting it means trusting its
 * checksums as well; those of a mirror given with `--from` are never trusted.
 */
export function downloadSites(system: Pick<System, 'env'>): string[] {
  const chosen = system.env['BURROW_GO_DL'];
  return chosen ? [trimmedEnd(chosen, '/')] : officialSites;
}

/** The newest index available: from the network, else cached, else bundled with Burrow. Failures: cancelled. */
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
 * The newest index available without network: of those cached from the official sites and the bundled one. For a site
 * set by the user, the index cached from there, whatever it lists.
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

/** Releases are only ever added, so the newest release decides; dates depend on the clock. */
function newestOf(indexes: readonly ReleaseIndex[]): ReleaseIndex {
  const newest = ({ releases }: ReleaseIndex): string => releases[0]?.version ?? '';
  return indexes.reduce((best, next) => (compareVersions(newest(next), newest(best)) > 0 ? next : best));
}

async function askNow(system: System, base: string, signal?: AbortSignal): Promise<ReleaseIndex> {
  const { status, body } = await ask(system, `${base}/?mode=json&include=all`, {
    idleTimeoutMs,
    timeoutMs,
    signal,
  });
  if (status !== 200) throw new Error(String(status));
  const releases = parseIndex(body.toString());
  const index = { releases, asOf: system.now().toISOString(), base };
  // Only a cache: a read-only home must not make the request fail.
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

/** One file per site, so that their answers are never mixed up. */
function keptAt(system: System, base: string): string {
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12);
  return join(burrowPaths(system).cache, `releases-${name}.json`);
}
