import type { FilePart } from './image-evidence.ts';

/** Files that are told as one: a file, or a folder with all that changed in it. */
export interface FileUnit {
  path: string;
  files: number;
  how: FilePart['how'] | 'mixed';
  /** By how much more B stores: what is seen and what is hidden. */
  bytes: number;
  /** The file itself, if it is one. */
  file: FilePart | null;
}

interface Node extends FileUnit {
  children: Map<string, Node>;
}

/** A folder is looked into if one thing in it is so much of it, or of all that is left to explain. */
const mostOfFolder = 0.75;
const mostOfAll = 0.5;
/** Smaller files are told only with their folder. */
const minFile = 0.02;

/** What a file or folder changes in the direction of the net change, as a positive number. */
type Weight = (unit: Pick<FileUnit, 'bytes'>) => number;

/**
 * The files and folders that explain most of the change, largest first, as deep as one of them is most of it. They have
 * nothing in common and go in the direction, 1 or −1. Pure.
 */
export function* fileUnits(parts: readonly FilePart[], direction: number): Generator<FileUnit> {
  const weight: Weight = ({ bytes }) => bytes * direction;
  let left = parts.reduce((sum, part) => sum + Math.max(0, bytesOfPart(part) * direction), 0);
  const root = treeOf(parts, left * minFile);
  while (left > 0) {
    const way = wayToLargest(root, left, weight);
    const found = way.at(-1);
    if (!found || found === root) return;
    const { children: _children, ...unit } = found;
    yield unit;
    left -= weight(unit);
    way.at(-2)?.children.delete(unit.path);
    for (const node of way) take(node, unit);
  }
}

/** By how much more of a file B stores. Pure. */
export function bytesOfPart({ bytes, hidden }: FilePart): number {
  return bytes + hidden;
}

function wayToLargest(root: Node, left: number, weight: Weight): Node[] {
  const way = [root];
  for (let node = root; ; ) {
    const largest = largestOf(node.children.values(), weight);
    if (!largest || weight(largest) <= 0) return way;
    const enough = Math.min(mostOfAll * left, mostOfFolder * weight(node));
    if (node !== root && weight(largest) < enough) return way;
    way.push(largest);
    node = largest;
  }
}

function largestOf(nodes: Iterable<Node>, weight: Weight): Node | undefined {
  let largest: Node | undefined;
  for (const node of nodes) if (!largest || weight(node) > weight(largest)) largest = node;
  return largest;
}

function treeOf(parts: readonly FilePart[], minBytes: number): Node {
  const root = newNode('');
  const folders = new Map<string, Node>([['', root]]);
  const folderOf = (path: string): Node => {
    const known = folders.get(path);
    if (known) return known;
    const node = newNode(path);
    folders.set(path, node);
    folderOf(parentOf(path)).children.set(path, node);
    return node;
  };
  for (const part of parts) {
    const folder = folderOf(parentOf(part.path));
    const bytes = bytesOfPart(part);
    if (Math.abs(bytes) >= minBytes) {
      folder.children.set(part.path, { ...newNode(part.path), files: 1, how: part.how, bytes, file: part });
    } else addTo(folder, { files: 1, how: part.how, bytes });
  }
  addUp(root);
  return root;
}

function newNode(path: string): Node {
  return { path, files: 0, how: 'mixed', bytes: 0, file: null, children: new Map() };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function addUp(node: Node): void {
  for (const child of node.children.values()) {
    addUp(child);
    addTo(node, child);
  }
}

function addTo(node: Node, { files, how, bytes }: Pick<FileUnit, 'files' | 'how' | 'bytes'>): void {
  node.how = node.files === 0 || node.how === how ? how : 'mixed';
  node.files += files;
  node.bytes += bytes;
}

function take(node: Node, { files, bytes }: FileUnit): void {
  node.files -= files;
  node.bytes -= bytes;
}
