import type { DataSpace, Region } from './data-space.ts';
import type { Marks } from './marks.ts';
import type { Fixed } from './fixed.ts';
import { type Owned, OwnedSums } from './owned.ts';
import { type Groups, Pairs } from './pairs.ts';

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
  readonly #references: Groups;
  /** Pieces that each piece points to. */
  readonly #pointers: Groups;

  constructor({ space, marks, references, pointers, fixed }: Links, packages: number) {
    this.#space = space;
    this.#packages = packages;
    this.#marks = marks;
    for (const { start } of space.regions) marks.mark(start);
    this.#count = marks.cut();
    this.#starts = marks.starts;
    const toPieces = (places: Uint32Array) => marks.toPieces(places);
    toPieces(references.lists().to);
    toPieces(pointers.lists().to);
    toPieces(pointers.lists().from);
    toPieces(fixed.lists().to);
    this.#references = references.groupByFrom(packages);
    this.#pointers = pointers.groupByFrom(this.#count);
    this.#owners = new Int32Array(this.#count).fill(nobody);
    this.#isFixed = new Uint8Array(this.#count);
    this.#fix(fixed);
    this.#spread();
  }

  #fix(fixed: Fixed): void {
    const { from, to } = fixed.lists();
    for (let i = 0; i < to.length; i++) {
      const piece = to[i] ?? 0;
      this.#owners[piece] = from[i] ?? nobody;
      this.#isFixed[piece] = 1;
    }
  }

  /** Gives each package, in their order, what it refers to, and what that points to, as far as nobody owns it. */
  #spread(): void {
    const owners = this.#owners;
    const { begins, to } = this.#references;
    const known = this.#fixedPieces();
    // Each piece waits once at most.
    const waiting = new Uint32Array(this.#count);
    for (let owner = 0; owner < this.#packages; owner++) {
      let count = 0;
      for (let i = known.begins[owner] ?? 0; i < (known.begins[owner + 1] ?? 0); i++) {
        waiting[count++] = known.to[i] ?? 0;
      }
      for (let i = begins[owner] ?? 0; i < (begins[owner + 1] ?? 0); i++) {
        const piece = to[i] ?? 0;
        if (owners[piece] !== nobody) continue;
        owners[piece] = owner;
        waiting[count++] = piece;
      }
      this.#follow(owner, waiting, count);
    }
  }

  /** Gives a package what the `count` first pieces of a list point to, and what that points to. */
  #follow(owner: number, waiting: Uint32Array, count: number): void {
    const owners = this.#owners;
    const { begins, to } = this.#pointers;
    while (count > 0) {
      const from = waiting[--count] ?? 0;
      for (let i = begins[from] ?? 0; i < (begins[from + 1] ?? 0); i++) {
        const piece = to[i] ?? 0;
        if (owners[piece] !== nobody) continue;
        owners[piece] = owner;
        waiting[count++] = piece;
      }
    }
  }

  /** The pieces whose package is known, by package. */
  #fixedPieces(): Groups {
    const pairs = new Pairs(this.#count + 1);
    for (let piece = 0; piece < this.#count; piece++) {
      if (this.#isFixed[piece] === 1) pairs.add(this.#owners[piece] ?? 0, piece);
    }
    return pairs.groupByFrom(this.#packages);
  }

  /** The package of the piece at a place; -1: nobody's. */
  ownerAt(place: number): number {
    return place < 0 ? nobody : (this.#owners[this.#marks.pieceAt(place)] ?? nobody);
  }

  /** What each package owns of each bucket. */
  owned(): Owned[] {
    const users = this.#users();
    const sums = new OwnedSums(this.#packages);
    for (const region of this.#space.regions) this.#ownIn(region, users, sums);
    const { begins, to } = this.#references;
    for (let owner = 0; owner < this.#packages; owner++) {
      for (let i = begins[owner] ?? 0; i < (begins[owner + 1] ?? 0); i++)
        this.#share(to[i] ?? 0, owner, users, sums);
    }
    const links = this.#pointers;
    for (let piece = 0; piece < this.#count; piece++) {
      const owner = this.#owners[piece] ?? nobody;
      if (owner === nobody) continue;
      for (let i = links.begins[piece] ?? 0; i < (links.begins[piece + 1] ?? 0); i++)
        this.#share(links.to[i] ?? 0, owner, users, sums);
    }
    return sums.list();
  }

  /** Adds up the pieces of a region that one package uses. */
  #ownIn({ start, bytes, bucket }: Region, users: Uint32Array, sums: OwnedSums): void {
    const [exact, byReference] = [sums.of(bucket, 'exact'), sums.of(bucket, 'byReference')];
    const [starts, owners] = [this.#starts, this.#owners];
    for (let piece = this.#pieceFrom(start); piece < this.#count; piece++) {
      const at = starts[piece] ?? 0;
      if (at >= start + bytes) break;
      const owner = owners[piece] ?? nobody;
      if (owner === nobody || (users[piece] ?? 0) > 1) continue;
      const own = this.#isFixed[piece] === 1 ? exact : byReference;
      own[owner] = (own[owner] ?? 0) + Math.min(starts[piece + 1] ?? 0, start + bytes) - at;
    }
  }

  /** Adds one package's share of a piece that several use. */
  #share(piece: number, owner: number, users: Uint32Array, sums: OwnedSums): void {
    const shared = users[piece] ?? 0;
    if (shared < 2) return;
    const at = this.#starts[piece] ?? 0;
    const region = this.#space.regionAt(at);
    if (!region) return;
    const size = Math.min(this.#starts[piece + 1] ?? 0, region.start + region.bytes) - at;
    const own = sums.of(region.bucket, 'byShare');
    own[owner] = (own[owner] ?? 0) + size / shared;
  }

  /**
   * The number of uses of each piece that several packages share; 1 for other pieces. A package uses what it refers to, and
   * what a piece of it points to.
   */
  #users(): Uint32Array {
    const owners = this.#owners;
    const users = new Uint32Array(this.#count);
    const isShared = new Uint8Array(this.#count);
    const { begins, to } = this.#references;
    for (let owner = 0; owner < this.#packages; owner++) {
      for (let i = begins[owner] ?? 0; i < (begins[owner + 1] ?? 0); i++) {
        const piece = to[i] ?? 0;
        users[piece] = (users[piece] ?? 0) + 1;
        if (owner !== owners[piece]) isShared[piece] = 1;
      }
    }
    const links = this.#pointers;
    for (let from = 0; from < this.#count; from++) {
      const owner = owners[from] ?? nobody;
      if (owner === nobody) continue;
      for (let i = links.begins[from] ?? 0; i < (links.begins[from + 1] ?? 0); i++) {
        const piece = links.to[i] ?? 0;
        users[piece] = (users[piece] ?? 0) + 1;
        if (owner !== owners[piece]) isShared[piece] = 1;
      }
    }
    for (let piece = 0; piece < this.#count; piece++) {
      const canShare =
        isShared[piece] === 1 &&
        this.#isFixed[piece] === 0 &&
        links.begins[piece] === links.begins[piece + 1] &&
        this.#space.regionAt(this.#starts[piece] ?? 0)?.writable === false;
      if (!canShare) users[piece] = 1;
    }
    return users;
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
