import type { ModuleDelta } from '#contract/comparison';
import type { Side } from './sides.ts';

/** The bytes and the version of an owner of packages on one side. */
export interface Owned extends Pick<ModuleDelta, 'path' | 'kind'> {
  version: string | null;
  bytes: number;
  recorded: boolean;
}

/** What each owner owns, by its key; recorded modules also if no package of theirs is in the program. Pure. */
export function ownedBy({ build, packages, ownerOf, versions }: Omit<Side, 'owned'>): Map<string, Owned> {
  const found = new Map<string, Owned>();
  for (const [path, version] of versions) {
    found.set(path, { path, kind: 'dependency', version, bytes: 0, recorded: true });
  }
  for (const { path, bytes } of packages) {
    const { key, ...owner } = ownerOf(path);
    const version = owner.kind === 'standard-library' ? build.goVersion : null;
    const known = found.get(key) ?? { ...owner, version, bytes: 0 };
    found.set(key, { ...known, bytes: known.bytes + bytes });
  }
  return found;
}
