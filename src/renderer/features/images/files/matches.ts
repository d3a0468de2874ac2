import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { FileNode } from './file-node.ts';
import type { FileSystem } from './file-system.ts';

const directory = imageEntryKinds.indexOf('directory');

/** What of a file system is shown. `here`: what the chosen layer, the last one, changed. `wasted` has a file system of its own. */
export const fileFilters = ['all', 'here', 'changed', 'wasted', 'large', 'programs'] as const;
export type FileFilter = (typeof fileFilters)[number];

/** From how many bytes on a file is large. */
export const largeBytes = 1_000_000;

export interface Wanted {
  filter: FileFilter;
  /** Occurs in the path, in any case; empty: no search. */
  search: string;
  /** The chosen layer; null: all. */
  layer: number | null;
  /** The paths of the Go programs, relative to the root. */
  programs: ReadonlySet<string>;
}

/** What matches, by the index of the node. */
export interface Matches {
  /** Whether it is shown: it matches, or something in it does. */
  shown: Uint8Array;
  /** Of a folder those of all that matches in it. What was removed counts only in what was removed with it. */
  bytes: Float64Array;
  /** Files and links that match: of a folder all in it, of a file 1. */
  files: Int32Array;
}

/** Finds what is shown of a file system. Pure. */
export function matchesIn({ nodes }: FileSystem, wanted: Wanted): Matches {
  const shown = new Uint8Array(nodes.length);
  const bytes = new Float64Array(nodes.length);
  const files = new Int32Array(nodes.length);
  const isFound = finder(wanted.search);
  // What is in a folder comes after it.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    if (passes(node, wanted) && isFound(node)) {
      shown[index] = 1;
      bytes[index] = (bytes[index] ?? 0) + node.bytes;
      if (node.kind !== directory) files[index] = (files[index] ?? 0) + 1;
    }
    const { parent } = node;
    if (!parent || shown[index] === 0) continue;
    const at = parent.index;
    shown[at] = 1;
    files[at] = (files[at] ?? 0) + (files[index] ?? 0);
    if (!node.gone || parent.gone) bytes[at] = (bytes[at] ?? 0) + (bytes[index] ?? 0);
  }
  return { shown, bytes, files };
}

function finder(search: string): (node: FileNode) => boolean {
  const wanted = search.trim().replace(/^\/+/, '').toLowerCase();
  return wanted === '' ? () => true : ({ path }) => path.toLowerCase().includes(wanted);
}

function passes(node: FileNode, { filter, layer, programs }: Wanted): boolean {
  if (filter === 'here') return node.gone || (node.layer === layer && node.entry >= 0);
  if (node.gone) return false;
  switch (filter) {
    case 'changed':
      return node.change === 'changed' && (layer === null || node.layer === layer);
    case 'large':
      return node.bytes >= largeBytes;
    case 'programs':
      return programs.has(node.path);
    default:
      return true;
  }
}
