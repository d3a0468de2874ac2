import type { LayerEntries } from '#contract/image-contents';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { ArrivedLayer } from '#contract/layer-entries';
import type { FileNode } from './file-node.ts';

const directory = imageEntryKinds.indexOf('directory');
const whiteout = imageEntryKinds.indexOf('whiteout');
const opaque = imageEntryKinds.indexOf('opaque');

/** The file system of an image, or of its first layers. */
export interface FileSystem {
  root: FileNode;
  /** The root first; a folder is before what is in it. */
  nodes: readonly FileNode[];
}

/** With `names`, it takes half as long: joined paths are not looked into. */
type SomeLayer = LayerEntries & Partial<Pick<ArrivedLayer, 'names'>>;

interface Named {
  path: string;
  name: string;
}

/** A node while layers are applied. */
interface Place extends FileNode {
  parent: Place | null;
  children: Place[];
  isThere: boolean;
  /** The layer that removed it last; -1: none. */
  removedBy: number;
  /** The layer that it was first in. */
  madeBy: number;
  /** Whether a folder is or was in it. */
  hasFolders: boolean;
  /** What is in it by name, once somebody looks. */
  byName: Map<string, Place> | null;
}

/**
 * Puts layers on top of each other, the first one lowest. With `last`, only the layers up to that index; then what the last
 * of them removed is also there, as `gone`. A whiteout and an opaque folder concern the layers below alone; a folder joins
 * what is below it, and everything else replaces it. Pure.
 */
export function fileSystem(layers: readonly SomeLayer[], last: number | null = null): FileSystem {
  const files = new Files(last === null ? layers : layers.slice(0, last + 1));
  return files.result(last);
}

/** What is in a file, and in a folder at first: shared by all of them, and never written to. */
const nothing: Place[] = [];

/** Most of 100,000 files are never looked up by their path, so that only folders are found by it, and files by their name. */
class Files {
  readonly #layers: readonly SomeLayer[];
  readonly #root = newPlace(null, '', '', 0);
  readonly #all: Place[] = [this.#root];
  readonly #folders = new Map<string, Place>([['', this.#root]]);
  #isWhole = true;

  constructor(layers: readonly SomeLayer[]) {
    this.#layers = layers;
    for (const [index, layer] of layers.entries()) {
      this.#removeBelow(layer, index);
      // What is in one folder mostly stands together. null: the folder of the entry before is not known.
      let parent: Place | null = null;
      for (let entry = 0; entry < layer.kinds.length; entry++) {
        const kind = layer.kinds[entry] ?? 0;
        const known = layer.names?.[entry] ?? null;
        if (known === null) parent = null;
        if (kind === whiteout || kind === opaque) continue;
        const path = layer.paths[entry] ?? '';
        if (!parent?.isThere) parent = this.#folder(parentPath(path), index);
        this.#put(parent, { path, name: known ?? nameOf(path) }, kind, index, entry);
      }
    }
  }

  result(last: number | null): FileSystem {
    const isShown = (each: Place) => each.isThere || (last !== null && each.removedBy === last);
    if (this.#isWhole) {
      for (const [index, node] of this.#all.entries()) node.index = index;
      return { root: this.#root, nodes: this.#all };
    }
    const nodes = this.#all.filter(isShown);
    for (const [index, node] of nodes.entries()) {
      node.index = index;
      node.gone = !node.isThere;
      node.children = node.children.filter(isShown);
    }
    return { root: this.#root, nodes };
  }

  #removeBelow({ paths, kinds }: LayerEntries, layer: number): void {
    for (let entry = 0; entry < kinds.length; entry++) {
      const kind = kinds[entry];
      if (kind !== whiteout && kind !== opaque) continue;
      const found = this.#find(paths[entry] ?? '');
      if (!found) continue;
      if (kind === whiteout) this.#remove(found, layer);
      else this.#empty(found, layer);
    }
  }

  #find(path: string): Place | undefined {
    const folder = this.#folders.get(path);
    if (folder) return folder;
    const parent = this.#folders.get(parentPath(path));
    return parent && inside(parent, nameOf(path));
  }

  #put(parent: Place, at: Named, kind: number, layer: number, entry: number): void {
    const node = kind === directory ? this.#folder(at.path, layer) : this.#name(parent, at, layer);
    const wasThere = node.entry >= 0;
    if (kind !== directory) this.#empty(node, layer);
    else if (wasThere && this.#isSameFolder(node, layer, entry)) return;
    node.change = wasThere || node.removedBy === layer ? 'changed' : 'added';
    node.kind = kind;
    node.bytes = this.#layers[layer]?.bytes[entry] ?? 0;
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

  /** The folder at a path, which is there from now on, in folders that are. */
  #folder(path: string, layer: number): Place {
    const known = this.#folders.get(path);
    if (known?.isThere) return known;
    const parent = this.#folder(parentPath(path), layer);
    parent.hasFolders = true;
    const node = this.#nameIn(parent, { path, name: nameOf(path) }, layer);
    this.#folders.set(path, node);
    return node;
  }

  /** What is not a folder. A layer has each path once, so that nothing is looked up in a folder that is new itself. */
  #name(parent: Place, at: Named, layer: number): Place {
    if (parent.madeBy === layer && !parent.hasFolders) return this.#make(parent, at, layer);
    return this.#nameIn(parent, at, layer);
  }

  #nameIn(parent: Place, at: Named, layer: number): Place {
    const node = inside(parent, at.name);
    if (!node) return this.#make(parent, at, layer);
    if (node.isThere) return node;
    node.isThere = true;
    node.kind = directory;
    node.bytes = 0;
    node.layer = -1;
    node.entry = -1;
    return node;
  }

  #make(parent: Place, { path, name }: Named, layer: number): Place {
    const node = newPlace(parent, name, path, layer);
    if (parent.children.length === 0) parent.children = [node];
    else parent.children.push(node);
    parent.byName?.set(node.name, node);
    this.#all.push(node);
    return node;
  }

  #remove(node: Place, layer: number): void {
    if (!node.isThere) return;
    this.#isWhole = false;
    node.isThere = false;
    node.removedBy = layer;
    this.#empty(node, layer);
  }

  #empty({ children }: Place, layer: number): void {
    for (const child of children) this.#remove(child, layer);
  }
}

function inside(folder: Place, name: string): Place | undefined {
  folder.byName ??= new Map(folder.children.map((each) => [each.name, each]));
  return folder.byName.get(name);
}

function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function newPlace(parent: Place | null, name: string, path: string, madeBy: number): Place {
  return {
    name,
    path,
    parent,
    children: nothing,
    kind: directory,
    bytes: 0,
    layer: -1,
    entry: -1,
    change: 'added',
    gone: false,
    index: 0,
    isThere: true,
    removedBy: -1,
    madeBy,
    hasFolders: false,
    byName: null,
  };
}
