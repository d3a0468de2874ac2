import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { WastedFile } from '#contract/image-contents';
import type { LayerContent } from './layer-content.ts';

/** How a stored file lost its last name. */
export interface Hidden extends Pick<WastedFile, 'how' | 'again'> {
  /** The index of the layer that hides it. */
  by: number;
}

/** A file of a layer below, and its last name. */
interface Lost {
  path: string;
  layer: number;
  entry: number;
}

const fileKind = imageEntryKinds.indexOf('file');
const hashBytes = 32;

/**
 * How a layer hides files: whether it stores the same content again, at the same path or, as `RUN mv` does, at another; has
 * something else at their path; or nothing. `now`: what is at a path once the layer is applied.
 */
export function howHidden(
  content: LayerContent,
  lost: readonly Lost[],
  layers: readonly LayerContent[],
  now: (path: string) => { contentLayer: number; contentEntry: number } | undefined,
): Omit<Hidden, 'by'>[] {
  const sizes = new Set(lost.map(({ layer, entry }) => layers[layer]?.bytes[entry] ?? 0));
  const stored = filesByHash(content, sizes);
  return lost.map(({ path, layer, entry }) => {
    const below = layers[layer];
    const present = now(path);
    const other = present && layers[present.contentLayer];
    if (below && other && sameContent(below, entry, other, present.contentEntry)) {
      return { how: 'same', again: path };
    }
    const moved = below && stored.size > 0 ? stored.get(hashKey(below, entry)) : undefined;
    // Empty files are the same everywhere.
    if (below && moved !== undefined && (below.bytes[entry] ?? 0) > 0) {
      return { how: 'same', again: content.paths[moved] ?? null };
    }
    return { how: present ? 'replaced' : 'removed', again: null };
  });
}

/** The files of these sizes by their hash; of several, the first. */
function filesByHash(content: LayerContent, sizes: ReadonlySet<number>): Map<string, number> {
  const found = new Map<string, number>();
  if (sizes.size === 0) return found;
  for (let i = 0; i < content.kinds.length; i++) {
    if (content.kinds[i] !== fileKind || !sizes.has(content.bytes[i] ?? 0)) continue;
    const key = hashKey(content, i);
    if (!found.has(key)) found.set(key, i);
  }
  return found;
}

function hashKey({ hashes }: LayerContent, entry: number): string {
  return Buffer.from(hashes.buffer, hashes.byteOffset + entry * hashBytes, hashBytes).toString('latin1');
}

function sameContent(a: LayerContent, entryOfA: number, b: LayerContent, entryOfB: number): boolean {
  if (a.bytes[entryOfA] !== b.bytes[entryOfB]) return false;
  const [atA, atB] = [entryOfA * hashBytes, entryOfB * hashBytes];
  for (let i = 0; i < hashBytes; i++) if (a.hashes[atA + i] !== b.hashes[atB + i]) return false;
  return true;
}
