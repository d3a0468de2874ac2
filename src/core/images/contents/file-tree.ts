/** What a name in the tree stands for. The numbers are indexes: of layers, and of entries in them. */
export interface TreeNode {
  readonly path: string;
  readonly isFolder: boolean;
  /** The layer and the entry that it is from; entry -1: a folder that only its content implies. */
  layer: number;
  entry: number;
  /** Whose content it has: its own entry, or the one that it is a hard link to. -1: it has none. */
  contentLayer: number;
  contentEntry: number;
  /** Only of a folder. Also has nodes that were removed. */
  children: TreeNode[] | null;
  removed: boolean;
}

/** A file system by path, in which removing a folder removes all that is in it. */
export class FileTree {
  readonly #nodes = new Map<string, TreeNode>();
  readonly #root: TreeNode;
  /** The folder that was used last: most entries follow one of the same folder. */
  #lastFolder: TreeNode;

  constructor() {
    this.#root = newNode('', true, 0, -1);
    this.#lastFolder = this.#root;
  }

  get(path: string): TreeNode | undefined {
    return this.#nodes.get(path);
  }

  /** All of it but the root, each folder before what is in it unless it came later. */
  nodes(): Iterable<TreeNode> {
    return this.#nodes.values();
  }

  /**
   * Adds a name that is not there. Folders that it needs are made; what stands in their way is replaced, and passed to
   * `gone`.
   */
  add(
    path: string,
    isFolder: boolean,
    layer: number,
    entry: number,
    gone: (node: TreeNode) => void,
  ): TreeNode {
    const node = newNode(path, isFolder, layer, entry);
    const parent = this.#folder(path.slice(0, Math.max(0, path.lastIndexOf('/'))), layer, gone);
    parent.children?.push(node);
    this.#nodes.set(path, node);
    return node;
  }

  /** Removes what is in a folder, and passes each to `gone`. '' is the root. */
  empty(path: string, gone: (node: TreeNode) => void): void {
    const folder = path === '' ? this.#root : this.#nodes.get(path);
    if (!folder?.children) return;
    const open = [folder.children];
    folder.children = [];
    for (let children = open.pop(); children; children = open.pop()) {
      for (const child of children) {
        if (child.removed) continue;
        this.#drop(child, gone);
        if (child.children) open.push(child.children);
      }
    }
  }

  /** Removes a name with all below it, and passes each to `gone`. */
  remove(path: string, gone: (node: TreeNode) => void): void {
    const node = this.#nodes.get(path);
    if (!node) return;
    this.empty(path, gone);
    this.#drop(node, gone);
  }

  #drop(node: TreeNode, gone: (node: TreeNode) => void): void {
    node.removed = true;
    this.#nodes.delete(node.path);
    gone(node);
  }

  #folder(path: string, layer: number, gone: (node: TreeNode) => void): TreeNode {
    if (path === '') return this.#root;
    if (this.#lastFolder.path === path && this.#lastFolder.isFolder && !this.#lastFolder.removed) {
      return this.#lastFolder;
    }
    let node = this.#nodes.get(path);
    if (node && !node.isFolder) {
      this.remove(path, gone);
      node = undefined;
    }
    node ??= this.add(path, true, layer, -1, gone);
    this.#lastFolder = node;
    return node;
  }
}

function newNode(path: string, isFolder: boolean, layer: number, entry: number): TreeNode {
  const children = isFolder ? [] : null;
  return { path, isFolder, layer, entry, contentLayer: -1, contentEntry: -1, children, removed: false };
}
