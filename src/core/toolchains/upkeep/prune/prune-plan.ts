import type { PruneItem } from '#contract/upkeep';
import { compareVersions, minorOf } from '../../versions/index.ts';

/** What a plan knows about an installed toolchain. */
export interface Candidate {
  version: string;
  os: string;
  arch: string;
  path: string;
  bytes: number;
  installedAt: string | null;
  /** The last sign of use (ISO 8601); null: none. */
  lastUsedAt: string | null;
  /** It runs when nothing else decides. */
  default: boolean;
}

/** Something that could be deleted, as it was found. */
export type Found = Omit<PruneItem, 'byDefault'>;

/** In display order, and whether each kind is deleted by default. */
const kinds: Readonly<Record<PruneItem['kind'], { byDefault: boolean }>> = {
  leftover: { byDefault: true },
  download: { byDefault: true },
  superseded: { byDefault: true },
  unused: { byDefault: true },
  // Go fills these again, over the network or with time.
  'module-cache': { byDefault: false },
  'compile-cache': { byDefault: false },
};

/** The items of a plan: by kind, the largest first; pure. */
export function planned(found: readonly Found[]): PruneItem[] {
  const order = Object.keys(kinds);
  return found
    .map((item) => ({ ...item, ...kinds[item.kind] }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.bytes - a.bytes);
}

/** GOROOT → folders of known projects that resolve to it. */
export type Users = ReadonlyMap<string, readonly string[]>;

const dayMs = 86_400_000;

/**
 * The installed toolchains that could be deleted; pure. Never one that a known project or the default uses. One that no
 * known project uses may still be used in a folder that Burrow does not know, so it counts as `unused` only `days`
 * after its install and after its last sign of use (last-use.ts).
 */
export function dispensable(
  installed: readonly Candidate[],
  users: Users,
  { now, days }: { now: Date; days: number },
): Found[] {
  const free = installed.filter((each) => !each.default && !users.has(each.path));
  return free.flatMap((each): Found[] => {
    const { version, path, bytes, installedAt, lastUsedAt } = each;
    const item = { path, version, bytes, installedAt, lastUsedAt };
    const newer = newestPatch(each, installed);
    if (newer !== version) return [{ ...item, kind: 'superseded', newer }];
    const since = lastUsedAt ?? installedAt;
    const age = since === null ? 0 : now.getTime() - Date.parse(since);
    return age >= days * dayMs ? [{ ...item, kind: 'unused', newer: null }] : [];
  });
}

/** The newest installed patch of the same minor version and target: the toolchain's own version, or a newer one. */
function newestPatch({ version, os, arch }: Candidate, installed: readonly Candidate[]): string {
  return installed
    .filter((each) => each.os === os && each.arch === arch && minorOf(each.version) === minorOf(version))
    .reduce((newest, each) => (compareVersions(each.version, newest) > 0 ? each.version : newest), version);
}
