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
  const leads = new Set([...paths].flatMap(foldersTo));
  const areAllOpen = matching !== null && matching <= maxUnfolded;
  return ({ path }) => toggled.get(path) ?? (areAllOpen || leads.has(path));
}

/** The folders on the way to a path: `usr`, `usr/local` for `usr/local/bin`. Pure. */
export function foldersTo(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
