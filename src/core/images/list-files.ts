import { type ImageEntryKind, imageEntryKinds } from '#contract/image-entry-kinds';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFile } from '#contract/image-look';
import type { LayerContent } from './contents/index.ts';

/**
 * The entries of all layers, lowest layer first, with what each does to the layers below, and whether it is seen. Folders that
 * a layer only passes through are left out. Pure.
 */
export function listFiles(
  contents: Pick<ImageContents, 'waste' | 'programs'>,
  layers: readonly LayerContent[],
): ImageFile[] {
  const wasted = new Set(contents.waste.files.map(({ layer, path }) => `${layer} ${path}`));
  const programs = new Set(contents.programs.map(({ layer, path }) => `${layer} ${path}`));
  const below = new Set<string>();
  return layers.flatMap((content, layer) => {
    const { paths, kinds } = content;
    const removed = new Set(paths.filter((_, at) => kindOf(content, at) === 'whiteout'));
    const emptied = new Set(paths.filter((_, at) => kindOf(content, at) === 'opaque'));
    const gone = removeBelow(below, removed, emptied);
    const files = paths.flatMap((path, at): ImageFile[] => {
      const kind = kindOf(content, at);
      const was = below.has(path) || gone.has(path);
      if (kind === 'opaque' || (kind === 'directory' && was)) return [];
      return [
        {
          path: `/${path}`,
          kind,
          bytes: content.bytes[at] ?? 0,
          mode: (content.modes[at] ?? 0).toString(8).padStart(4, '0'),
          owner: `${content.uids[at] ?? 0}:${content.gids[at] ?? 0}`,
          link: content.links[String(at)] ?? null,
          layer,
          change: kind === 'whiteout' ? 'removed' : was ? 'changed' : 'added',
          wasted: wasted.has(`${layer} ${path}`),
          go: programs.has(`${layer} ${path}`),
        },
      ];
    });
    for (const [at, path] of paths.entries()) if (!isMark(kinds[at])) below.add(path);
    return files;
  });
}

function kindOf({ kinds }: LayerContent, at: number): ImageEntryKind {
  return imageEntryKinds[kinds[at] ?? 0] ?? 'file';
}

function isMark(kind: number | undefined): boolean {
  return kind === imageEntryKinds.indexOf('whiteout') || kind === imageEntryKinds.indexOf('opaque');
}

/** Removes from `paths` what whiteouts and opaque folders remove, and returns it. */
function removeBelow(
  paths: Set<string>,
  removed: ReadonlySet<string>,
  emptied: ReadonlySet<string>,
): ReadonlySet<string> {
  const gone = new Set<string>();
  if (removed.size + emptied.size === 0) return gone;
  for (const path of paths) if (removed.has(path) || isInRemoved(path, removed, emptied)) gone.add(path);
  for (const path of gone) paths.delete(path);
  return gone;
}

function isInRemoved(path: string, removed: ReadonlySet<string>, emptied: ReadonlySet<string>): boolean {
  for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
    const folder = path.slice(0, Math.max(0, at));
    if (removed.has(folder) || emptied.has(folder)) return true;
    if (at <= 0) return false;
  }
}
