import { compareVersions, isPrerelease, minorOf } from '#core/toolchains';
import type { Wish } from './wish.ts';

type Wanted = Pick<Wish, 'wanted' | 'bare' | 'strength'>;

/** Whether `version` is what the wish asks for, or what it allows. A wish that cannot be read is met by nothing. */
export function meets(wish: Wanted, version: string): boolean {
  if (wish.wanted === null) return false;
  if (wish.strength === 'minimum') return compareVersions(version, wish.wanted) >= 0;
  return wish.bare ? minorOf(version) === minorOf(wish.wanted) : isSame(version, wish.wanted);
}

/**
 * The installed version that a wish gets; null when none meets it.
 *
 * A pin gets itself; without a patch (`1.22`) the newest of that minor version. A minimum gets, in this order: the
 * very version it names, the newest release of the same minor version, the newest release of a later one, the
 * newest pre-release. A toolchain that somebody built (`go1.22.5-custom`) is for whoever names it.
 * Of equals the first wins: `installed` stands best processor first.
 */
export function choose<T extends { version: string }>(wish: Wanted, installed: readonly T[]): T | null {
  let best: T | null = null;
  let bestRank = 0;
  for (const candidate of installed) {
    const rank = rankOf(wish, candidate.version);
    const newer = best !== null && rank === bestRank && compareVersions(candidate.version, best.version) > 0;
    if (rank > bestRank || (rank > 0 && newer)) {
      best = candidate;
      bestRank = rank;
    }
  }
  return best;
}

/** 0: does not meet the wish. */
function rankOf(wish: Wanted, version: string): number {
  if (wish.wanted === null) return 0;
  if (version === wish.wanted && !wish.bare) return 5;
  if (isCustom(version) || !meets(wish, version)) return 0;
  if (wish.strength === 'pin') return 1;
  if (!wish.bare && compareVersions(version, wish.wanted) === 0) return 4;
  if (isPrerelease(version)) return 1;
  return minorOf(version) === minorOf(wish.wanted) ? 3 : 2;
}

function isSame(a: string, b: string): boolean {
  return isCustom(a) || isCustom(b) ? a === b : compareVersions(a, b) === 0;
}

function isCustom(version: string): boolean {
  return version.includes('-');
}
