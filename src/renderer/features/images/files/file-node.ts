import { imageEntryKinds } from '#contract/image-entry-kinds';

const directory = imageEntryKinds.indexOf('directory');

/** A name in the file system of an image. */
export interface FileNode {
  name: string;
  /** Relative to the root: `usr/local/bin/server`; empty: the root. */
  path: string;
  parent: FileNode | null;
  children: FileNode[];
  /** Index of `imageEntryKinds`. */
  kind: number;
  /** Its own bytes; 0 for folders. */
  bytes: number;
  /** The index of the layer that it is from, and of its entry there; -1: only something in it has an entry. */
  layer: number;
  entry: number;
  /** What its layer did: put it where nothing was, or in place of another. */
  change: 'added' | 'changed';
  /** The last layer removed it. */
  gone: boolean;
  /** Its position in `nodes` of the file system. */
  index: number;
}

/** Whether a node is a folder, or unfolds like one because what it replaced was one. */
export function isFolder({ kind, children }: FileNode): boolean {
  return kind === directory || children.length > 0;
}

/** A new node, put into its parent: a folder without an entry until it gets one. */
export function newNode(parent: FileNode | null, name: string, path: string): FileNode {
  const node: FileNode = {
    name,
    path,
    parent,
    children: [],
    kind: directory,
    bytes: 0,
    layer: -1,
    entry: -1,
    change: 'added',
    gone: false,
    index: 0,
  };
  parent?.children.push(node);
  return node;
}
