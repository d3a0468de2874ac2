import type { LayerEntries } from '#contract/image-contents';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { type FileNode, newNode } from './file-node.ts';

const directory = imageEntryKinds.indexOf('directory');
const whiteout = imageEntryKinds.indexOf('whiteout');
const opaque = imageEntryKinds.indexOf('opaque');

/** The file system of an image, or of its first layers. */
export interface FileSystem {
  root: FileNode;
  /** The root first; a folder is before what is in it. */
  nodes: readonly FileNode[];
}

/** A node while layers are applied. */
interface Place extends FileNode {
  isThere: boolean;
  /** The layer that removed it last; -1: none. */
  removedBy: number;
}

/**
 * Puts layers on top of each other, the first one lowest. With `last`, only the layers up to that index; then what the last
 * of them removed is also there, as `gone`. A whiteout and an opaque folder concern the layers below alone; a folder joins
 * what is below it, and everything else replaces it. Pure.
 */
export function fileSystem(layers: readonly LayerEntries[], last: number | null = null): FileSystem {
  const files = new Files(last === null ? layers : layers.slice(0, last + 1));
  return files.result(last);
}

class Files {
  readonly #layers: readonly LayerEntries[];
  readonly #root = newPlace(null, '', '');
  readonly #at = new Map<string, Place>([['', this.#root]]);

  constructor(layers: readonly LayerEntries[]) {
    this.#layers = layers;
    for (const [index, layer] of layers.entries()) {
      this.#removeBelow(layer, index);
      for (let entry = 0; entry < layer.kinds.length; entry++) this.#put(layer, index, entry);
    }
  }

  result(last: number | null): FileSystem {
    const isShown = (each: Place) => each.isThere || (last !== null && each.removedBy === last);
    const nodes: FileNode[] = [];
    for (const each of this.#at.values()) {
      each.gone = !each.isThere;
      // Few are not shown, and most nodes have no children.
      if (!(each.children as Place[]).every(isShown))
        each.children = (each.children as Place[]).filter(isShown);
      if (isShown(each)) each.index = nodes.push(each) - 1;
    }
    return { root: this.#root, nodes };
  }

  #removeBelow({ paths, kinds }: LayerEntries, layer: number): void {
    for (let entry = 0; entry < kinds.length; entry++) {
      const kind = kinds[entry];
      if (kind !== whiteout && kind !== opaque) continue;
      const found = this.#at.get(paths[entry] ?? '');
      if (found && kind === whiteout) remove(found, layer);
      else if (found) empty(found, layer);
    }
  }

  #put({ paths, kinds, bytes }: LayerEntries, layer: number, entry: number): void {
    const kind = kinds[entry] ?? 0;
    if (kind === whiteout || kind === opaque) return;
    const node = this.#make(paths[entry] ?? '');
    const wasThere = node.entry >= 0;
    if (kind !== directory) empty(node, layer);
    else if (wasThere && this.#isSameFolder(node, layer, entry)) return;
    node.change = wasThere || node.removedBy === layer ? 'changed' : 'added';
    node.kind = kind;
    node.bytes = bytes[entry] ?? 0;
    node.layer = layer;
    node.entry = entry;
  }

  /** Layers repeat the folders of what they change; only another mode or owner is a change. */
  #isSameFolder(node: Place, layer: number, entry: number): boolean {
    const [old, now] = [this.#layers[node.layer], this.#layers[layer]];
    return (
      node.kind === directory &&
      old?.modes[node.entry] === now?.modes[entry] &&
      old?.uids[node.entry] === now?.uids[entry] &&
      old?.gids[node.entry] === now?.gids[entry]
    );
  }

  /** The node at a path, which is there from now on, in folders that are. */
  #make(path: string): Place {
    let node = this.#at.get(path);
    if (node?.isThere) return node;
    const slash = path.lastIndexOf('/');
    const parent = this.#make(slash < 0 ? '' : path.slice(0, slash));
    if (!node) {
      node = newPlace(parent, path.slice(slash + 1), path);
      this.#at.set(path, node);
      return node;
    }
    node.isThere = true;
    node.kind = directory;
    node.bytes = 0;
    node.layer = -1;
    node.entry = -1;
    return node;
  }
}

function newPlace(parent: Place | null, name: string, path: string): Place {
  return Object.assign(newNode(parent, name, path), { isThere: true, removedBy: -1 });
}

function remove(node: Place, layer: number): void {
  if (!node.isThere) return;
  node.isThere = false;
  node.removedBy = layer;
  empty(node, layer);
}

function empty({ children }: Place, layer: number): void {
  for (const child of children as Place[]) remove(child, layer);
}
