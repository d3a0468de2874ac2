import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { LayerContent } from '#core/images';

/*
 * Two images mostly have their lowest layers in common, which have most of the files. Comparing needs only what the layers
 * above touch: mostly nothing of them, so that they need not even be loaded.
 */

const [directory, hardlink, whiteout, opaque] = (
  ['directory', 'hardlink', 'whiteout', 'opaque'] as const
).map((kind) => imageEntryKinds.indexOf(kind));

/** How many of the lowest layers two images have in common, by their diff ids. Pure. */
export function commonLowest(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((diffId, index) => diffId !== b[index]);
  return differs < 0 ? a.length : differs;
}

/**
 * Whether the layers above touch the same paths in the same way on both sides and remove none, so that what is below is the
 * same for both. Pure.
 */
export function touchTheSame(a: readonly LayerContent[], b: readonly LayerContent[]): boolean {
  const [left, right] = [touched(a), touched(b)];
  if (!left || !right || left.size !== right.size) return false;
  for (const [path, isFolder] of left) if (right.get(path) !== isFolder) return false;
  return true;
}

/** The paths of layers, and whether each is a folder; null: they also remove something, or link to what may be below. */
function touched(layers: readonly LayerContent[]): Map<string, boolean> | null {
  const paths = new Map<string, boolean>();
  for (const { paths: names, kinds } of layers) {
    for (let at = 0; at < kinds.length; at++) {
      const kind = kinds[at];
      if (kind === whiteout || kind === opaque || kind === hardlink) return null;
      const path = names[at] ?? '';
      const isFolder = kind === directory;
      if (paths.has(path) && paths.get(path) !== isFolder) return null;
      paths.set(path, isFolder);
    }
  }
  return paths;
}

/** The lowest layers without the entries that the layers above do not touch. Pure. */
export function onlyTouched(lowest: readonly LayerContent[], above: readonly LayerContent[]): LayerContent[] {
  const { paths, trees } = reachOf(above);
  const inTree = new Map<string, boolean>();
  const isInTree = (folder: string): boolean => {
    const known = inTree.get(folder);
    if (known !== undefined) return known;
    const found = trees.has(folder) || (folder !== '' && isInTree(folderOf(folder)));
    inTree.set(folder, found);
    return found;
  };
  const isKept = (path: string) => paths.has(path) || isInTree(folderOf(path));
  keepTargets(lowest, paths, isKept);
  return lowest.map((layer) => {
    const { paths: names, kinds } = layer;
    const kept: number[] = [];
    for (let at = 0; at < kinds.length; at++) {
      if (kinds[at] === whiteout || kinds[at] === opaque || isKept(names[at] ?? '')) kept.push(at);
    }
    return subset(layer, kept);
  });
}

/** Adds what the hard links that are kept link to, which may be hard links, too. */
function keepTargets(
  layers: readonly LayerContent[],
  paths: Set<string>,
  isKept: (path: string) => boolean,
): void {
  let links = layers.flatMap(({ paths: names, kinds, links: targets }) =>
    Object.entries(targets)
      .filter(([at]) => kinds[Number(at)] === hardlink)
      .map(([at, target]) => ({ path: names[Number(at)] ?? '', target })),
  );
  for (let count = -1; count !== links.length; ) {
    count = links.length;
    for (const { path, target } of links) if (isKept(path)) addWithFolders(paths, target);
    links = links.filter(({ path }) => !isKept(path));
  }
}

function addWithFolders(paths: Set<string>, path: string): void {
  for (let name = path; name !== '' && !paths.has(name); name = folderOf(name)) paths.add(name);
}

/** The paths that layers touch, with the folders that these are in, and those below which they may remove something. */
function reachOf(layers: readonly LayerContent[]): { paths: Set<string>; trees: Set<string> } {
  const paths = new Set<string>();
  const trees = new Set<string>();
  for (const { paths: names, kinds, links } of layers) {
    for (const [at, path] of names.entries()) {
      if (kinds[at] !== directory) trees.add(path);
      const touches = kinds[at] === hardlink ? [path, links[String(at)] ?? ''] : [path];
      for (const each of touches) addWithFolders(paths, each);
    }
  }
  return { paths, trees };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function subset(layer: LayerContent, kept: readonly number[]): LayerContent {
  const of = <T>(column: readonly T[]) => kept.map((at) => column[at] as T);
  const hashes = new Uint8Array(32 * kept.length);
  for (const [to, at] of kept.entries()) hashes.set(layer.hashes.subarray(32 * at, 32 * at + 32), 32 * to);
  const links = kept.flatMap((at, to) => {
    const link = layer.links[String(at)];
    return link === undefined ? [] : [[String(to), link] as const];
  });
  return {
    paths: of(layer.paths),
    kinds: of(layer.kinds),
    bytes: of(layer.bytes),
    modes: of(layer.modes),
    uids: of(layer.uids),
    gids: of(layer.gids),
    links: Object.fromEntries(links),
    hashes,
  };
}
