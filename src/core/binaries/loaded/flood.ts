import type { DataSpace } from './data-space.ts';
import type { Marks } from './marks.ts';
import type { Fixed } from './fixed.ts';
import { type Owned, OwnedSums } from './owned.ts';
import type { Pairs } from './pairs.ts';

interface Links {
  space: DataSpace;
  marks: Marks;
  /** (package, place). */
  references: Pairs;
  /** (place, place). */
  pointers: Pairs;
  /** Places that start a piece whose package is known. */
  fixed: Fixed;
}

const nobody = -1;

/** Gives each piece of the data to a package: see `ownersOfData`. */
export class Flood {
  readonly #space: DataSpace;
  readonly #marks: Marks;
  readonly #starts: Uint32Array;
  readonly #count: number;
  readonly #packages: number;
  readonly #owners: Int32Array;
  readonly #isFixed: Uint8Array;
  /** Pieces that each package refers to. */
  readonly #references: { begins: Uint32Array; to: Uint32Array };
  /** Pieces that each piece points to. */
  readonly #pointers: { begins: Uint32Array; to: Uint32Array };

  constructor({ space, marks, references, pointers, fixed }: Links, packages: number) {
    this.#space = space;
    this.#packages = packages;
    this.#marks = marks;
    for (const { start } of space.regions) marks.mark(start);
    this.#count = marks.cut();
    this.#starts = marks.starts;
    references.mapTo((place) => marks.pieceAt(place));
    pointers.mapTo((place) => marks.pieceAt(place));
    pointers.mapFrom((place) => marks.pieceAt(place));
    this.#references = references.groupByFrom(packages);
    this.#pointers = pointers.groupByFrom(this.#count);
    this.#owners = new Int32Array(this.#count).fill(nobody);
    this.#isFixed = new Uint8Array(this.#count);
    const { from: owners, to: places } = fixed.lists();
    for (let i = 0; i < places.length; i++) {
      const piece = marks.pieceAt(places[i] ?? 0);
      this.#owners[piece] = owners[i] ?? nobody;
      this.#isFixed[piece] = 1;
    }
    const known: number[][] = Array.from({ length: packages }, () => []);
    for (let piece = 0; piece < this.#count; piece++) {
      if (this.#isFixed[piece] === 1) known[this.#owners[piece] ?? 0]?.push(piece);
    }
    for (let owner = 0; owner < packages; owner++) this.#spread(owner, known[owner] ?? []);
  }

  /** Gives a package what it refers to, and what that points to, as far as nobody owns it. */
  #spread(owner: number, waiting: number[]): void {
    const take = ({ begins, to }: { begins: Uint32Array; to: Uint32Array }, from: number) => {
      for (let i = begins[from] ?? 0; i < (begins[from + 1] ?? 0); i++) {
        const piece = to[i] ?? 0;
        if (this.#owners[piece] !== nobody) continue;
        this.#owners[piece] = owner;
        waiting.push(piece);
      }
    };
    take(this.#references, owner);
    for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) take(this.#pointers, piece);
  }

  /** The package of the piece at a place; -1: nobody's. */
  ownerAt(place: number): number {
    return place < 0 ? nobody : (this.#owners[this.#marks.pieceAt(place)] ?? nobody);
  }

  /** What each package owns of each bucket. */
  owned(): Owned[] {
    const users = this.#users();
    const sums = new OwnedSums();
    for (const { start, bytes, bucket } of this.#space.regions) {
      const [exact, byReference] = [sums.adder(bucket, 'exact'), sums.adder(bucket, 'byReference')];
      for (let piece = this.#pieceFrom(start); piece < this.#count; piece++) {
        const at = this.#starts[piece] ?? 0;
        if (at >= start + bytes) break;
        const owner = this.#owners[piece] ?? nobody;
        if (owner === nobody || (users[piece] ?? 0) > 1) continue;
        const size = Math.min(this.#starts[piece + 1] ?? 0, start + bytes) - at;
        if (this.#isFixed[piece] === 1) exact(owner, size);
        else byReference(owner, size);
      }
    }
    this.#eachUse((piece, owner) => {
      const shared = users[piece] ?? 0;
      if (shared < 2) return;
      const at = this.#starts[piece] ?? 0;
      const region = this.#space.regionAt(at);
      if (!region) return;
      const size = Math.min(this.#starts[piece + 1] ?? 0, region.start + region.bytes) - at;
      sums.adder(region.bucket, 'byShare')(owner, size / shared);
    });
    return sums.list();
  }

  /** The number of uses of each piece that several packages share; 1 for other pieces. */
  #users(): Uint32Array {
    const users = new Uint32Array(this.#count);
    const isShared = new Uint8Array(this.#count);
    this.#eachUse((piece, owner) => {
      users[piece] = (users[piece] ?? 0) + 1;
      if (owner !== this.#owners[piece]) isShared[piece] = 1;
    });
    for (let piece = 0; piece < this.#count; piece++) {
      const canShare =
        isShared[piece] === 1 &&
        this.#isFixed[piece] === 0 &&
        this.#pointers.begins[piece] === this.#pointers.begins[piece + 1] &&
        this.#space.regionAt(this.#starts[piece] ?? 0)?.writable === false;
      if (!canShare) users[piece] = 1;
    }
    return users;
  }

  /** Calls `each` with every piece that a package refers to, or that a piece of it points to. */
  #eachUse(each: (piece: number, owner: number) => void): void {
    const { begins, to } = this.#references;
    for (let owner = 0; owner < this.#packages; owner++) {
      for (let i = begins[owner] ?? 0; i < (begins[owner + 1] ?? 0); i++) each(to[i] ?? 0, owner);
    }
    const links = this.#pointers;
    for (let piece = 0; piece < this.#count; piece++) {
      const owner = this.#owners[piece] ?? nobody;
      if (owner === nobody) continue;
      for (let i = links.begins[piece] ?? 0; i < (links.begins[piece + 1] ?? 0); i++)
        each(links.to[i] ?? 0, owner);
    }
  }

  /** The first piece that starts at a place or behind it. */
  #pieceFrom(place: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
