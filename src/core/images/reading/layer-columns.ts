import { imageEntryKinds, type ImageEntryKind } from '#contract/image-entry-kinds';
import type { LayerContent } from '../contents/index.ts';

export const hashBytes = 32;

/** An entry of a layer, as its columns have it. */
export interface LayerEntry {
  path: string;
  kind: ImageEntryKind;
  bytes: number;
  mode: number;
  uid: number;
  gid: number;
  /** null: it is no link. */
  link: string | null;
}

/** Collects the entries of a layer. Of several that mean the same path in the same way, the last one stays. */
export class LayerColumns {
  readonly #paths: string[] = [];
  readonly #kinds: number[] = [];
  readonly #bytes: number[] = [];
  readonly #modes: number[] = [];
  readonly #uids: number[] = [];
  readonly #gids: number[] = [];
  readonly #links = new Map<number, string>();
  #hashes = Buffer.alloc(64 * hashBytes);
  /** A layer may remove what is below and add something of the same name. */
  readonly #places = {
    entry: new Map<string, number>(),
    whiteout: new Map<string, number>(),
    opaque: new Map<string, number>(),
  };
  readonly #replaced = new Set<number>();

  /** Adds an entry and returns its index, for `setHash`. */
  add(entry: LayerEntry): number {
    const index = this.#paths.length;
    const { kind, path } = entry;
    const places = this.#places[kind === 'whiteout' || kind === 'opaque' ? kind : 'entry'];
    const earlier = places.get(path);
    if (earlier !== undefined) this.#replaced.add(earlier);
    places.set(path, index);
    this.#paths.push(path);
    this.#kinds.push(imageEntryKinds.indexOf(kind));
    this.#bytes.push(entry.bytes);
    this.#modes.push(entry.mode);
    this.#uids.push(entry.uid);
    this.#gids.push(entry.gid);
    if (entry.link !== null) this.#links.set(index, entry.link);
    return index;
  }

  setHash(index: number, hash: Buffer): void {
    const end = (index + 1) * hashBytes;
    if (end > this.#hashes.length) {
      this.#hashes = Buffer.concat([this.#hashes, Buffer.alloc(Math.max(end, this.#hashes.length))]);
    }
    hash.copy(this.#hashes, end - hashBytes);
  }

  content(): LayerContent {
    const stays = (_: unknown, index: number): boolean => !this.#replaced.has(index);
    const only = <T>(column: T[]): T[] => (this.#replaced.size === 0 ? column : column.filter(stays));
    const paths = only(this.#paths);
    const hashes = new Uint8Array(paths.length * hashBytes);
    const links: Record<string, string> = {};
    let next = 0;
    for (let index = 0; index < this.#paths.length; index++) {
      if (this.#replaced.has(index)) continue;
      hashes.set(this.#hashes.subarray(index * hashBytes, (index + 1) * hashBytes), next * hashBytes);
      const link = this.#links.get(index);
      if (link !== undefined) links[next] = link;
      next++;
    }
    return {
      paths,
      kinds: only(this.#kinds),
      bytes: only(this.#bytes),
      modes: only(this.#modes),
      uids: only(this.#uids),
      gids: only(this.#gids),
      links,
      hashes,
    };
  }
}
