import { isFailure } from '#contract/failure';
import type { InstallRequest } from '#contract/toolchains';
import type { System } from '#core/system';
import { choose } from './choose.ts';
import { knownOffer } from './offer.ts';
import { readWanted } from './wanted.ts';

/**
 * The release that this request would install, as far as it is known without network: `go1.26.8` for `1.26`. An exact
 * version is returned even if it is unknown. null: no release with a build for the target is known, or the version
 * cannot be read.
 */
export async function knownRelease(
  system: System,
  request: Pick<InstallRequest, 'version' | 'arch'>,
): Promise<string | null> {
  try {
    const wanted = readWanted(request.version);
    if (wanted.kind === 'exact') return wanted.version;
    const { index, proxy } = await knownOffer(system);
    const asked = { text: request.version, wanted, os: undefined, arch: request.arch };
    const { id, absent } = choose(system, asked, index, proxy?.toolchains ?? []);
    return absent === null ? id.version : null;
  } catch (error) {
    if (isFailure(error, 'version.unknown') || isFailure(error, 'version.unreadable')) return null;
    throw error;
  }
}
