import type { System } from '#core/system';
import { knownOffer } from '../releases/index.ts';
import { installedVersions } from '../store/index.ts';
import { endOfLife, minorOf, supportedMinors } from '../versions/index.ts';

/**
 * Whether a Go version still gets security fixes, and since which day (`2025-02-11`) it does not; null as in
 * `endOfLife`.
 */
export interface Support {
  supported: boolean;
  endOfLife: string | null;
}

/**
 * Support of any version, based on the installed and the known releases, without network. Anything that is not a
 * version (`devel …`) counts as supported.
 */
export async function knownSupport(system: System): Promise<(version: string) => Support> {
  const [installed, { releases }] = await Promise.all([installedVersions(system), knownOffer(system)]);
  const supported = supportedMinors([...releases, ...installed].map(({ version }) => version));
  return (version) => {
    const minor = minorOf(version);
    if (minor === '' || supported.has(minor)) return { supported: true, endOfLife: null };
    return { supported: false, endOfLife: endOfLife(version, supported) };
  };
}
