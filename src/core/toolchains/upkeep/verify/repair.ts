import { rm } from 'node:fs/promises';
import type { InstallProgress } from '#contract/install-progress';
import type { Toolchain } from '#contract/toolchains';
import { maskSecrets, prepareHome, type System } from '#core/system';
import { lockToolchain, ProgressMeter, planInstall, stage } from '../../install/index.ts';
import { downloadSites } from '../../releases/index.ts';
import { type Installed, placesOf, readManifest, swap } from '../../store/index.ts';

/**
 * Installs a toolchain again from its original source, and replaces the existing one: the old one stays until the new
 * one is complete and verified. Failures: those of `installToolchain`.
 */
export async function* repairToolchain(
  system: System,
  { path, ...id }: Installed,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, void> {
  const meter = new ProgressMeter(system);
  meter.version = id.version;
  yield meter.enter('resolving');
  const manifest = await readManifest(`${path}.json`);
  const from = manifest ? sourceAgain(manifest.source, downloadSites(system)) : undefined;
  const plan = await planInstall(system, { ...id, ...(from === undefined ? {} : { from }) }, signal);

  const places = placesOf(await prepareHome(system), id);
  const lock = yield* lockToolchain(places, meter, signal);
  try {
    await rm(places.staging, { recursive: true, force: true });
    const staged = yield* stage(system, plan, places, meter, signal);
    await swap(staged, places);
  } finally {
    await rm(places.staging, { recursive: true, force: true });
    await lock[Symbol.asyncDispose]();
  }
}

/**
 * The `from` of an install that gets a toolchain from its original source; undefined: from any source. Secrets in
 * addresses were masked when they were stored, and a local archive may be gone: the official checksum is the same for
 * all sources.
 */
export function sourceAgain(source: Toolchain['source'], sites: readonly string[]): string | undefined {
  const { kind, url } = source;
  if (kind === 'source') return 'source';
  if (url === null || url.includes('***') || maskSecrets(url) !== url) return undefined;
  if (kind === 'official') return sites.some((site) => url.startsWith(`${site}/`)) ? 'official' : url;
  const [proxy, file] = url.split('/golang.org/toolchain/@v/');
  return kind === 'proxy' && file !== undefined ? proxy : undefined;
}
