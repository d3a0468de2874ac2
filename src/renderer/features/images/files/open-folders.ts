import type { FileNode } from './file-node.ts';

/** As many matches are shown at once, without unfolding their folders. */
const maxUnfolded = 500;

/** Folders that a person opened or closed, by path. */
export type Toggled = ReadonlyMap<string, boolean>;

/**
 * Whether a folder is open: as its user left it; else if it leads to one of `paths`, or if few things match a filter or a
 * search (`matching`; null: there is none). Pure.
 */
export function openFolders(
  toggled: Toggled,
  paths: Iterable<string>,
  matching: number | null,
): (node: FileNode) => boolean {
  const leads = new Set<string>();
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      leads.add(path.slice(0, slash));
    }
  }
  const areAllOpen = matching !== null && matching <= maxUnfolded;
  return ({ path }) => toggled.get(path) ?? (areAllOpen || leads.has(path));
}
