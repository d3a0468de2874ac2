import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { failure } from '#contract/failure';
import { type AvailableResult, releaseFile } from '#contract/toolchains';
import { burrowPaths, isOwnHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { type IndexedRelease, parseIndex } from './index-format.ts';
import { whyNot } from './small-fetch.ts';
import { compareVersions } from './versions.ts';

/** Go's releases with the SHA-256 of their archives, as an official index told them. */
export interface ReleaseIndex {
  /** Newest first. */
  releases: IndexedRelease[];
  origin: AvailableResult['origin'];
  asOf: string;
  /** Where its archives are: `<base>/<filename>`. */
  base: string;
  /** Why it is not live; null when it is, or when nobody asked the network. */
  unreachable: string | null;
}

/** ms; a list that people wait for must not wait for a network that swallows everything. */
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
  const reasons: string[] = [];
  for (const base of downloadSites(system)) {
    try {
      return await askNow(system, base, signal);
    } catch (error) {
      if (signal?.aborted) throw failure('cancelled', {}, error);
      reasons.push(`${base}: ${whyNot(error)}`);
    }
  }
  return { ...(await knownIndex(system)), unreachable: reasons.join('; ') };
}

/**
 * The newest index that needs no network. That which ships with a new Burrow may be newer than one that was kept from the
 * official sites; a download site of the user's own is believed in what it lacks, too.
 */
export async function knownIndex(system: System): Promise<ReleaseIndex> {
  const sites = downloadSites(system);
  const kept = (await Promise.all(sites.map((base) => readKept(system, base)))).filter(
    (index) => index !== null,
  );
  const { bundledIndex } = await import('./bundled-index.ts');
  const [base = ''] = sites;
  const bundled: ReleaseIndex = { ...bundledIndex(), origin: 'bundled', base, unreachable: null };
  if (sites !== officialSites) return kept[0] ?? bundled;
  return [...kept, bundled].toSorted((a, b) => compareVersions(newestIn(b), newestIn(a)))[0] ?? bundled;
}

/** What tells which of two indexes is newer; a clock that was wrong would not. */
function newestIn({ releases }: ReleaseIndex): string {
  return releases[0]?.version ?? 'go1';
}

async function askNow(system: System, base: string, signal?: AbortSignal): Promise<ReleaseIndex> {
  const inTime = AbortSignal.timeout(patience);
  const response = await system.fetch(`${base}/?mode=json&include=all`, {
    headers: { accept: 'application/json' },
    signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(String(response.status));
  }
  const releases = parseIndex(await response.text());
  const index = { releases, asOf: system.now().toISOString(), base };
  // Keeping it is a favour to the next time; a read-only home must not spoil this one.
  if (await isOwnHome(system)) {
    await writeFileAtomic(keptAt(system, base), JSON.stringify(index), { mode: 0o600 }).catch(
      () => undefined,
    );
  }
  return { ...index, origin: 'live', unreachable: null };
}

const keptSchema = z.object({
  asOf: z.iso.datetime(),
  base: z.string(),
  releases: z.array(z.object({ version: z.string(), stable: z.boolean(), files: z.array(releaseFile) })),
});

async function readKept(system: System, base: string): Promise<ReleaseIndex | null> {
  try {
    const kept = keptSchema.parse(JSON.parse((await readTextIfThere(keptAt(system, base))) ?? 'null'));
    return { ...kept, base, origin: 'cached', unreachable: null };
  } catch {
    return null;
  }
}

/** One file a site: what one place said must not pass for what another said. */
function keptAt(system: System, base: string): string {
  const name = createHash('sha256').update(base).digest('hex').slice(0, 12);
  return join(burrowPaths(system).cache, `releases-${name}.json`);
}
