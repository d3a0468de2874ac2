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

/**
 * Gives each piece of the data to a package: see `ownersOfData`. A loop within a loop is a function of its own: V8 leaves
 * optimised code each time an inner loop ends that it began to optimise while it ran.
 */
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
    const known = this.#fixedPieces();
    // Each piece waits once at most.
    const waiting = new Uint32Array(this.#count);
    for (let owner = 0; owner < this.#packages; owner++) {
      const fixed = known.to.subarray(known.begins[owner], known.begins[owner + 1]);
      waiting.set(fixed);
      this.#follow(owner, waiting, this.#take(this.#references, owner, owner, waiting, fixed.length));
    }
  }

  /** Gives a package those pieces of a group that nobody owns, and lists them behind the first `count`. Returns their count. */
  #take({ begins, to }: Groups, group: number, owner: number, waiting: Uint32Array, count: number): number {
    const owners = this.#owners;
    const end = begins[group + 1] ?? 0;
    let all = count;
    for (let i = begins[group] ?? 0; i < end; i++) {
      const piece = to[i] ?? 0;
      if (owners[piece] !== nobody) continue;
      owners[piece] = owner;
      waiting[all++] = piece;
    }
    return all;
  }

  /** Gives a package what the `count` first pieces of a list point to, and what that points to. */
  #follow(owner: number, waiting: Uint32Array, count: number): void {
    for (let left = count; left > 0; ) {
      left--;
      left = this.#take(this.#pointers, waiting[left] ?? 0, owner, waiting, left);
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
    for (let owner = 0; owner < this.#packages; owner++) {
      this.#shareGroup(this.#references, owner, owner, users, sums);
    }
    for (let piece = 0; piece < this.#count; piece++) {
      const owner = this.#owners[piece] ?? nobody;
      if (owner !== nobody) this.#shareGroup(this.#pointers, piece, owner, users, sums);
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

  /** Adds a package's shares of the pieces of a group. */
  #shareGroup(
    { begins, to }: Groups,
    group: number,
    owner: number,
    users: Uint32Array,
    sums: OwnedSums,
  ): void {
    const end = begins[group + 1] ?? 0;
    for (let i = begins[group] ?? 0; i < end; i++) {
      const piece = to[i] ?? 0;
      const shared = users[piece] ?? 0;
      if (shared > 1) this.#share(piece, owner, shared, sums);
    }
  }

  /** Adds one package's share of a piece that several use. */
  #share(piece: number, owner: number, shared: number, sums: OwnedSums): void {
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
    const users = new Uint32Array(this.#count);
    const isShared = new Uint8Array(this.#count);
    for (let owner = 0; owner < this.#packages; owner++) {
      this.#countGroup(this.#references, owner, owner, users, isShared);
    }
    const links = this.#pointers;
    for (let piece = 0; piece < this.#count; piece++) {
      const owner = this.#owners[piece] ?? nobody;
      if (owner !== nobody) this.#countGroup(links, piece, owner, users, isShared);
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

  /** Counts the uses of the pieces of a group by a package, and marks those that are another one's. */
  #countGroup(
    { begins, to }: Groups,
    group: number,
    owner: number,
    users: Uint32Array,
    isShared: Uint8Array,
  ): void {
    const owners = this.#owners;
    const end = begins[group + 1] ?? 0;
    for (let i = begins[group] ?? 0; i < end; i++) {
      const piece = to[i] ?? 0;
      users[piece] = (users[piece] ?? 0) + 1;
      if (owner !== owners[piece]) isShared[piece] = 1;
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
