import { imageEntryKinds } from '#contract/image-entry-kinds';
import { FileTree, type TreeNode } from './file-tree.ts';
import type { LayerContent } from './layer-content.ts';
import { type Hidden, howHidden } from './how-hidden.ts';

const kindOf = Object.fromEntries(imageEntryKinds.map((kind, i) => [kind, i])) as Record<
  (typeof imageEntryKinds)[number],
  number
>;

/** What a layer does to those below it. */
interface LayerChange {
  /** Entries at paths where nothing was. */
  added: number;
  /** Entries at paths where something was; of folders only those with another owner or mode. */
  changed: number;
  /** Entries below that are not there any more, also all in a folder that is not. */
  removed: number;
  /** Regular files. */
  files: number;
}

/** A name of the final file system. All numbers are indexes. */
export interface FinalEntry {
  path: string;
  /** Its layer, and its entry there; -1: a folder that no layer has an entry for, only something in it. */
  layer: number;
  entry: number;
  /** Where its content is stored: of a hard link that of its target. -1: not a regular file. */
  contentLayer: number;
  contentEntry: number;
}

/** Layers put on top of each other. */
export interface AppliedLayers {
  /** Of the final file system; '' is not in it. */
  at(path: string): FinalEntry | undefined;
  entries(): Iterable<FinalEntry>;
  layers: LayerChange[];
  /** Regular files of the final file system, and their bytes: each once, whatever names it has. */
  files: number;
  bytes: number;
  /** How a stored regular file lost its last name; null: it is in the final file system. */
  hidden(layer: number, entry: number): Hidden | null;
}

/**
 * Puts layers on top of each other, the first one lowest, as overlay file systems do: a whiteout and an opaque folder
 * affect only the layers below; a folder joins what is below it, and everything else replaces it. A layer that is there
 * twice as the same object is stored once, so that its files are hidden only if both are.
 */
export function applyLayers(layers: readonly LayerContent[]): AppliedLayers {
  const apply = new Application(layers);
  const changes = layers.map((_, layer) => apply.layer(layer));
  return { ...apply.result(), layers: changes };
}

class Application {
  readonly #layers: readonly LayerContent[];
  readonly #tree = new FileTree();
  /** By layer and entry: how many names a stored file has. */
  readonly #names: Int32Array[];
  /** By layer and entry: how it lost its last name. */
  readonly #hidden: Map<number, Hidden>[];
  /** The index of the first layer that is the same object. */
  readonly #stored: number[];
  /** In the current layer: names below it that it removes or replaces, and files that lost their last name. */
  #gone = new Set<string>();
  #lost: { path: string; layer: number; entry: number }[] = [];
  #current = 0;
  #counts: LayerChange = { added: 0, changed: 0, removed: 0, files: 0 };

  constructor(layers: readonly LayerContent[]) {
    this.#layers = layers;
    this.#stored = layers.map((layer) => layers.indexOf(layer));
    this.#names = layers.map(({ paths }) => new Int32Array(paths.length));
    this.#hidden = layers.map(() => new Map());
  }

  layer(index: number): LayerChange {
    this.#current = index;
    this.#gone = new Set();
    this.#lost = [];
    this.#counts = { added: 0, changed: 0, removed: 0, files: 0 };
    const content = this.#contentOf(index);
    this.#removeBelow(content);
    this.#addEntries(content);
    this.#addHardLinks(content);
    for (const path of this.#gone) if ((this.#tree.get(path)?.entry ?? -1) < 0) this.#counts.removed++;
    this.#rememberHidden(content);
    return this.#counts;
  }

  result(): Omit<AppliedLayers, 'layers'> {
    let files = 0;
    let bytes = 0;
    for (const [layer, names] of this.#names.entries()) {
      for (let entry = 0; entry < names.length; entry++) {
        if ((names[entry] ?? 0) === 0) continue;
        files++;
        bytes += this.#contentOf(layer).bytes[entry] ?? 0;
      }
    }
    return {
      at: (path) => this.#tree.get(path),
      entries: () => this.#tree.nodes(),
      files,
      bytes,
      hidden: (layer, entry) => {
        const stored = this.#stored[layer] ?? layer;
        return this.#names[stored]?.[entry] === 0 ? (this.#hidden[stored]?.get(entry) ?? null) : null;
      },
    };
  }

  #contentOf(index: number): LayerContent {
    const content = this.#layers[index];
    if (!content) throw new RangeError(`there is no layer ${index}`);
    return content;
  }

  /** What whiteouts and opaque folders remove, before the layer adds anything. */
  #removeBelow({ paths, kinds }: LayerContent): void {
    for (let i = 0; i < kinds.length; i++) {
      if (kinds[i] === kindOf.whiteout) this.#tree.remove(paths[i] ?? '', this.#leave);
      if (kinds[i] === kindOf.opaque) this.#tree.empty(paths[i] ?? '', this.#leave);
    }
  }

  #addEntries(content: LayerContent): void {
    const { paths, kinds } = content;
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      if (kind === kindOf.whiteout || kind === kindOf.opaque || kind === kindOf.hardlink) continue;
      const path = paths[i] ?? '';
      if (kind === kindOf.directory) {
        this.#addFolder(content, path, i);
        continue;
      }
      const node = this.#addName(path, i);
      if (kind !== kindOf.file) continue;
      this.#counts.files++;
      this.#setContent(node, this.#stored[this.#current] ?? 0, i);
    }
  }

  #addFolder(content: LayerContent, path: string, entry: number): void {
    const below = this.#tree.get(path);
    if (!below?.isFolder) {
      this.#addName(path, entry, true);
      return;
    }
    if (below.entry >= 0 && below.layer !== this.#current && !this.#sameFolder(below, content, entry)) {
      this.#counts.changed++;
    }
    // One that only its content implied, in this layer or below, was not an entry.
    if (below.entry < 0) this.#count(path);
    this.#leave(below);
    below.layer = this.#current;
    below.entry = entry;
  }

  #sameFolder(below: TreeNode, content: LayerContent, entry: number): boolean {
    const other = this.#contentOf(below.layer);
    return (
      other.modes[below.entry] === content.modes[entry] &&
      other.uids[below.entry] === content.uids[entry] &&
      other.gids[below.entry] === content.gids[entry]
    );
  }

  /** In the order of the layer; links to links are followed. */
  #addHardLinks(content: LayerContent): void {
    for (let i = 0; i < content.kinds.length; i++) {
      if (content.kinds[i] !== kindOf.hardlink) continue;
      const target = this.#tree.get(content.links[String(i)] ?? '');
      const [layer = -1, entry = -1] = target ? [target.contentLayer, target.contentEntry] : [];
      const node = this.#addName(content.paths[i] ?? '', i);
      if (entry >= 0) this.#setContent(node, layer, entry);
    }
  }

  /** Adds or replaces a name, which gets content later. */
  #addName(path: string, entry: number, isFolder = false): TreeNode {
    const below = this.#tree.get(path);
    if (!below || below.isFolder || isFolder) {
      if (below) this.#tree.remove(path, this.#leave);
      this.#count(path);
      return this.#tree.add(path, isFolder, this.#current, entry, this.#leave);
    }
    if (below.layer !== this.#current) this.#counts.changed++;
    this.#leave(below);
    below.layer = this.#current;
    below.entry = entry;
    below.contentLayer = -1;
    below.contentEntry = -1;
    return below;
  }

  #count(path: string): void {
    if (this.#gone.has(path)) this.#counts.changed++;
    else this.#counts.added++;
  }

  #setContent(node: TreeNode, layer: number, entry: number): void {
    node.contentLayer = layer;
    node.contentEntry = entry;
    const names = this.#names[layer];
    if (names) names[entry] = (names[entry] ?? 0) + 1;
  }

  /** Of a name that is not the one of the layers below any more, whether or not the path will be there. */
  readonly #leave = (node: TreeNode): void => {
    if (node.entry >= 0 && node.layer !== this.#current) this.#gone.add(node.path);
    this.#loseName(node);
  };

  #loseName({ path, contentLayer: layer, contentEntry: entry }: TreeNode): void {
    const names = this.#names[layer];
    if (!names) return;
    names[entry] = (names[entry] ?? 0) - 1;
    if (names[entry] === 0) this.#lost.push({ path, layer, entry });
  }

  #rememberHidden(content: LayerContent): void {
    const lost = this.#lost.filter(({ layer, entry }) => this.#names[layer]?.[entry] === 0);
    const how = howHidden(content, lost, this.#layers, (path) => this.#tree.get(path));
    for (const [i, { layer, entry }] of lost.entries()) {
      const hidden = how[i];
      if (hidden) this.#hidden[layer]?.set(entry, { ...hidden, by: this.#current });
    }
  }
}
