import {
  choosePinned,
  compareVersions,
  isPrerelease,
  meetsPin,
  minorOf,
  type WrittenVersion,
} from '#core/toolchains';
import type { Wanted } from '../wishes/index.ts';

/**
 * Whether `version` is what the wish asks for or allows. Always false for a wish that cannot be read, and for `latest`
 * and `system`, which do not name a version.
 */
export function meets({ wanted, bare, strength }: Wanted, version: string): boolean {
  if (wanted === null) return false;
  if (strength === 'minimum' || strength === 'at-least') return compareVersions(version, wanted) >= 0;
  return strength === 'pin' && meetsPin({ wanted, bare }, version);
}

/**
 * The installed version that a wish gets; null if none satisfies it.
 *
 * For pins, see choosePinned. A minimum gets, in this order: exactly the version it names, the newest release of the
 * same minor version, the newest release of a later one, the newest pre-release. A custom build (`go1.22.5-custom`) is
 * chosen only by its full name. Among equals the first wins; `installed` is sorted by processor, best first.
 */
export function choose<T extends { version: string }>(wish: Wanted, installed: readonly T[]): T | null {
  const { wanted, bare, strength } = wish;
  if (wanted === null) return null;
  if (strength !== 'minimum') return choosePinned({ ...wish, strength }, installed);
  let best: T | null = null;
  let bestRank = 0;
  for (const candidate of installed) {
    const rank = rankOf({ wanted, bare }, candidate.version);
    const newer = best !== null && rank === bestRank && compareVersions(candidate.version, best.version) > 0;
    if (rank > bestRank || (rank > 0 && newer)) {
      best = candidate;
      bestRank = rank;
    }
  }
  return best;
}

/** How well a version satisfies a minimum; 0: it does not. */
function rankOf({ wanted, bare }: WrittenVersion, version: string): number {
  if (version === wanted && !bare) return 5;
  if (version.includes('-') || compareVersions(version, wanted) < 0) return 0;
  if (!bare && compareVersions(version, wanted) === 0) return 4;
  if (isPrerelease(version)) return 1;
  return minorOf(version) === minorOf(wanted) ? 3 : 2;
}
