import type { Claim } from '../sizes/index.ts';
import { Damaged } from '../bytes/index.ts';
import { type BucketName, eachRelocation, type Image } from '../formats/index.ts';

/** A range of data that is loaded, all of one bucket. */
export interface Region {
  address: number;
  /** Its place in the file. */
  offset: number;
  bytes: number;
  bucket: BucketName;
  writable: boolean;
  /** Its place in the space. */
  start: number;
}

/** The size of all data of a program that is looked at; the largest known programs have a fifth of it. */
const maxBytes = 128 * 1024 * 1024;
/** Far more than any program has. */
const maxRegions = 100;
const wordBytes = 8;

/**
 * The data of a program that is loaded, one region after the other, without function tables. A place in it is a number
 * that is smaller than an address; aligned words of the memory are aligned in it. Pointers that the loader fills in are
 * filled in.
 */
export class DataSpace {
  readonly regions: readonly Region[];
  readonly content: Buffer;
  /** The same, as numbers of 32 bits. */
  readonly words: Uint32Array;
  /** The number of bytes; at least eight follow in `content`. */
  readonly length: number;
  readonly #first: number;
  readonly #end: number;
  /** Where an address was found last. */
  #last: { address: number; bytes: number; start: number } = { address: 0, bytes: 0, start: 0 };

  /** Throws `Damaged` if there is more data than any program has. */
  constructor(image: Image, inside: readonly Claim[]) {
    let length = 0;
    this.regions = dataOf(image, inside).map((region) => {
      const start = alignedAs(length, region.address);
      length = start + region.bytes;
      return { ...region, start };
    });
    if (length > maxBytes || this.regions.length > maxRegions) throw new Damaged('it has too much data.');
    this.words = new Uint32Array(Math.ceil(length / 4) + 2);
    this.content = Buffer.from(this.words.buffer);
    this.length = length;
    for (const { offset, bytes, start } of this.regions) {
      image.bytes.copy(offset, bytes, this.content.subarray(start));
    }
    this.#first = this.regions[0]?.address ?? 0;
    const last = this.regions.at(-1);
    this.#end = last ? last.address + last.bytes : 0;
    const { content, words } = this;
    eachRelocation(image, (where, low, high) => {
      const place = this.place(where);
      if (place < 0 || place + wordBytes > length) return;
      if (place % 4 === 0) {
        words[place >>> 2] = low;
        words[(place >>> 2) + 1] = high;
      } else {
        content.writeUInt32LE(low, place);
        content.writeUInt32LE(high, place + 4);
      }
    });
  }

  /** The place of an address; -1: it is not in the data. */
  place(address: number): number {
    if (address < this.#first || address >= this.#end) return -1;
    // What refers to data mostly refers to the same region as what was before it.
    const last = address - this.#last.address;
    if (last >= 0 && last < this.#last.bytes) return this.#last.start + last;
    for (const region of this.regions) {
      const within = address - region.address;
      if (within < 0) return -1;
      if (within >= region.bytes) continue;
      this.#last = region;
      return region.start + within;
    }
    return -1;
  }

  /** The region of a place. */
  regionAt(place: number): Region | undefined {
    for (let i = this.regions.length - 1; i >= 0; i--) {
      const region = this.regions[i];
      if (region && region.start <= place) return region;
    }
    return undefined;
  }

  /** The pointer at a place of the space; 0 if it is not a number that JavaScript can hold. */
  pointer(place: number): number {
    if (place < 0 || place + wordBytes > this.content.length) return 0;
    if (place % 4 !== 0) return this.#unaligned(place);
    const high = this.words[(place >>> 2) + 1] ?? 0;
    return high > 0x1f_ffff ? 0 : high * 2 ** 32 + (this.words[place >>> 2] ?? 0);
  }

  /** The signed number of 32 bits at a place. */
  int32(place: number): number {
    return place % 4 === 0 ? (this.words[place >>> 2] ?? 0) | 0 : this.content.readInt32LE(place);
  }

  #unaligned(place: number): number {
    const high = this.content.readUInt32LE(place + 4);
    return high > 0x1f_ffff ? 0 : high * 2 ** 32 + this.content.readUInt32LE(place);
  }
}

/** The first number from `at` on that has the same alignment as `address`. */
function alignedAs(at: number, address: number): number {
  return at + ((((address - at) % wordBytes) + wordBytes) % wordBytes);
}

const dataBuckets: ReadonlySet<BucketName> = new Set(['types', 'read-only-data', 'data']);

/** By address. A part that `inside` gives to another bucket is a region of its own. */
function dataOf(image: Image, inside: readonly Claim[]): Omit<Region, 'start'>[] {
  const regions: Omit<Region, 'start'>[] = [];
  for (const section of image.sections) {
    if (section.address === 0 || !dataBuckets.has(section.bucket)) continue;
    let at = section.offset;
    const end = section.offset + Math.min(section.fileBytes, section.memoryBytes);
    const add = (until: number, bucket: BucketName) => {
      if (until > at && dataBuckets.has(bucket)) {
        const address = section.address + at - section.offset;
        regions.push({ address, offset: at, bytes: until - at, bucket, writable: section.writable });
      }
      at = Math.max(at, until);
    };
    for (const piece of inside.toSorted((a, b) => a.offset - b.offset)) {
      if (piece.offset + piece.bytes <= at || piece.offset >= end) continue;
      add(Math.min(piece.offset, end), section.bucket);
      add(Math.min(piece.offset + piece.bytes, end), piece.bucket);
    }
    add(end, section.bucket);
  }
  return regions
    .toSorted((a, b) => a.address - b.address)
    .filter((region, i, all) => {
      const before = all[i - 1];
      return !before || before.address + before.bytes <= region.address;
    });
}
