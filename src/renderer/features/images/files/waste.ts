import type { WastedFile } from '#contract/image-contents';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { type FileNode, newNode } from './file-node.ts';
import type { FileSystem } from './file-system.ts';

const file = imageEntryKinds.indexOf('file');

/** The wasted files by path, the largest first. Pure. */
export function wasteByPath(wasted: readonly WastedFile[]): Map<string, WastedFile[]> {
  const byPath = new Map<string, WastedFile[]>();
  for (const each of wasted) {
    const others = byPath.get(each.path);
    if (others) others.push(each);
    else byPath.set(each.path, [each]);
  }
  return byPath;
}

/**
 * The wasted files as a file system: the bytes of a node are those that are wasted at its path. With `layer`, only those
 * that this layer stores or hides. Pure.
 */
export function wastedFiles(wasted: readonly WastedFile[], layer: number | null): FileSystem {
  const root = newNode(null, '', '');
  const at = new Map<string, FileNode>([['', root]]);
  const make = (path: string): FileNode => {
    const found = at.get(path);
    if (found) return found;
    const slash = path.lastIndexOf('/');
    const made = newNode(make(slash < 0 ? '' : path.slice(0, slash)), path.slice(slash + 1), path);
    at.set(path, made);
    return made;
  };
  for (const { path, bytes, layer: storedBy, hiddenBy } of wasted) {
    if (layer !== null && storedBy !== layer && hiddenBy !== layer) continue;
    const node = make(path);
    node.kind = file;
    node.bytes += bytes;
    node.layer = storedBy;
  }
  const nodes = [...at.values()];
  for (const [index, node] of nodes.entries()) node.index = index;
  return { root, nodes };
}

/** The wasted bytes that each of `count` layers stores. Pure. */
export function wasteByLayer(wasted: readonly WastedFile[], count: number): number[] {
  const bytes = Array.from({ length: count }, () => 0);
  for (const { layer, bytes: more } of wasted) bytes[layer] = (bytes[layer] ?? 0) + more;
  return bytes;
}
