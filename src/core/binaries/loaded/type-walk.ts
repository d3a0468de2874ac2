import { Damaged } from '../bytes/index.ts';
import { generatedPackage, type ModuleData } from '../functions/index.ts';
import type { DataSpace } from './data-space.ts';

/** Where the parts of a type are (internal/abi/type.go), in 64-bit programs. */
const at = { pointerBytes: 8, flags: 20, align: 21, fieldAlign: 22, kind: 23, text: 40, pointerTo: 44 };
const commonBytes = 48;
const hasUncommon = 1;
const kinds = {
  array: 17,
  chan: 18,
  func: 19,
  interface: 20,
  map: 21,
  pointer: 22,
  slice: 23,
  struct: 25,
  last: 26,
};
const maxNameBytes = 64 * 1024;
const maxDepth = 32;
/** More fields or methods than any type has. */
const maxItems = 100_000;

/** Reads the types of a program, which refer to each other and to names by offsets from their start. */
export class TypeWalk {
  readonly #space: DataSpace;
  readonly #content: Buffer;
  readonly #start: number;
  readonly #end: number;
  readonly #release: number;
  readonly #number: (path: string) => number;
  /** The owner of the type at each multiple of 8 bytes; -1: not known yet. */
  readonly #owners: Int32Array;
  /** The numbers of the packages whose paths are at these places. */
  readonly #paths = new Map<number, number>();
  #runtimeNumber: number | null = null;
  /** Each method stands once; protects time from a hostile program. */
  #methodsLeft: number;

  /** `number` gives the number of a package. `release` is the Go 1 release. */
  constructor(
    space: DataSpace,
    { start, end }: { start: number; end: number },
    release: number,
    number: (path: string) => number,
  ) {
    this.#space = space;
    this.#content = space.content;
    this.#start = start;
    this.#end = end;
    this.#release = release;
    this.#number = number;
    this.#methodsLeft = (end - start) / 4;
    this.#owners = new Int32Array(Math.max(0, end - start) >>> 3).fill(-1);
  }

  /** Reports whether a type can be at this place: no other data has sizes, flags, a kind and a name where types have them. */
  isType(type: number): boolean {
    const content = this.#content;
    if (type < this.#start || type + commonBytes > this.#end || (type - this.#start) % 8 !== 0) return false;
    const kind = this.#kind(type);
    if (kind === 0 || kind > kinds.last || (content[type + at.flags] ?? 0) >= 0x40) return false;
    if (!isAlign(content[type + at.align]) || !isAlign(content[type + at.fieldAlign])) return false;
    if (this.#space.pointer(type + at.pointerBytes) > this.#space.pointer(type)) return false;
    return this.#nameBytes(this.#start + this.#space.int32(type + at.text)) > 0;
  }

  /**
   * The number of the package that a type belongs to: the one that declares it, or for composite types, that of what they
   * are composed of; the runtime's for those of the language.
   */
  ownerOf(type: number, depth = 0): number {
    const inTypes = type - this.#start;
    const slot = inTypes >>> 3;
    const known = inTypes < 0 || inTypes % 8 !== 0 ? -1 : (this.#owners[slot] ?? -1);
    if (known >= 0) return known;
    if (!this.isType(type)) return this.#runtime;
    const owner = depth > maxDepth ? this.#runtime : this.#read(type, depth);
    this.#owners[slot] = owner;
    return owner;
  }

  /** Calls `found` with each place that a type refers to by an offset, and whether it is another type. Throws `Damaged`. */
  offsetsOf(type: number, found: Found): void {
    const space = this.#space;
    this.#name(type + at.text, found);
    this.#type(type + at.pointerTo, found);
    if (this.#kind(type) === kinds.interface) {
      this.#methods(space.place(space.pointer(type + 56)), space.pointer(type + 64), 8, found);
    }
    const uncommon = this.#uncommon(type);
    if (uncommon === null) return;
    this.#name(uncommon, found);
    const methods = uncommon + (space.int32(uncommon + 8) >>> 0);
    this.#methods(methods, this.#content.readUInt16LE(uncommon + 4), 16, found);
  }

  /** The name to which the offset at a place refers; 0: to none. */
  #name(place: number, found: Found): void {
    const offset = this.#space.int32(place);
    if (offset !== 0) found(this.#start + offset, false);
  }

  /** The type to which the offset at a place refers. */
  #type(place: number, found: Found): void {
    const offset = this.#space.int32(place);
    if (offset > 0) found(this.#start + offset, true);
  }

  /** Of each method, `step` bytes apart, the name and the type. */
  #methods(list: number, count: number, step: number, found: Found): void {
    if (list < 0) return;
    const end = Math.min(list + count * step, this.#end - step + 1);
    for (let method = list; method < end; method += step) {
      if (--this.#methodsLeft < 0) throw new Damaged('its types have more methods than fit.');
      this.#name(method, found);
      this.#type(method + 4, found);
    }
  }

  /**
   * The place of the type that follows another one, which nothing may refer to: the linker puts types behind each other,
   * each at a multiple of 8 or of 32 bytes. null: none follows.
   */
  nextAfter(type: number): number | null {
    const end = type + this.#bytesOf(type);
    for (const align of [8, 32]) {
      const next = end + ((((this.#start - end) % align) + align) % align);
      if (this.isType(next)) return next;
    }
    return null;
  }

  /** Its size, with its fields, parameters and methods, which follow it. */
  #bytesOf(type: number): number {
    const content = this.#content;
    const kind = this.#kind(type);
    const uncommon = this.#uncommon(type);
    const methods = uncommon === null ? 0 : content.readUInt16LE(uncommon + 4) * 16;
    const count = () => Math.min(this.#space.pointer(type + 64), maxItems);
    let items = 0;
    if (kind === kinds.struct) items = count() * 24;
    else if (kind === kinds.interface) items = count() * 8;
    else if (kind === kinds.func) items = this.#parameters(type) * 8;
    return this.#baseBytes(kind) + (uncommon === null ? 0 : 16) + items + methods;
  }

  /** The number of parameters and results of a function type. */
  #parameters(type: number): number {
    return this.#content.readUInt16LE(type + 48) + (this.#content.readUInt16LE(type + 50) & 0x7fff);
  }

  get #runtime(): number {
    this.#runtimeNumber ??= this.#number('runtime');
    return this.#runtimeNumber;
  }

  #kind(type: number): number {
    return (this.#content[type + at.kind] ?? 0) & 0x1f;
  }

  #read(type: number, depth: number): number {
    const uncommon = this.#uncommon(type);
    if (uncommon !== null) {
      const path = this.#pathAt(this.#start + this.#space.int32(uncommon));
      if (path !== null) return path;
    }
    // A type that contains itself belongs to whom the rest of it does.
    this.#owners[(type - this.#start) >>> 3] = this.#runtime;
    const pointer = (offset: number) => this.#space.place(this.#space.pointer(type + offset));
    switch (this.#kind(type)) {
      case kinds.pointer:
      case kinds.slice:
      case kinds.array:
      case kinds.chan:
        return this.ownerOf(pointer(48), depth + 1);
      case kinds.map:
        return this.#firstOwner([pointer(56), pointer(48)], depth);
      case kinds.func:
        return this.#listOwner(type + (uncommon === null ? 56 : 72), this.#parameters(type), 8, depth);
      case kinds.struct:
        return (
          this.#pathAt(pointer(48)) ??
          this.#listOwner(pointer(56) + 8, this.#space.pointer(type + 64), 24, depth)
        );
      case kinds.interface:
        return this.#pathAt(pointer(48)) ?? this.#runtime;
      default:
        return this.#runtime;
    }
  }

  /** Of a list of pointers to types, `step` bytes apart. */
  #listOwner(list: number, count: number, step: number, depth: number): number {
    const places = Array.from({ length: Math.min(count, 64) }, (_, i) =>
      this.#space.place(this.#space.pointer(list + i * step)),
    );
    return this.#firstOwner(places, depth);
  }

  #firstOwner(types: number[], depth: number): number {
    for (const type of types) {
      const owner = this.ownerOf(type, depth + 1);
      if (owner !== this.#runtime) return owner;
    }
    return this.#runtime;
  }

  /** The place of what types with methods or a package have in addition; null: it has none. */
  #uncommon(type: number): number | null {
    if (((this.#content[type + at.flags] ?? 0) & hasUncommon) === 0) return null;
    const place = type + this.#baseBytes(this.#kind(type));
    return place + 16 <= this.#end ? place : null;
  }

  #baseBytes(kind: number): number {
    switch (kind) {
      case kinds.pointer:
      case kinds.slice:
      case kinds.func:
        return 56;
      case kinds.chan:
        return 64;
      case kinds.array:
        return 72;
      case kinds.interface:
      case kinds.struct:
        return 80;
      case kinds.map:
        return this.#release >= 27 ? 136 : this.#release >= 24 ? 112 : this.#release >= 14 ? 88 : 80;
      default:
        return commonBytes;
    }
  }

  /** The number of the package whose path is the name at this place; null: there is none. */
  #pathAt(place: number): number | null {
    const known = this.#paths.get(place);
    if (known !== undefined) return known;
    const bytes = this.#nameBytes(place);
    if (bytes <= 0) return null;
    const from = place + this.#nameHeaderBytes(place);
    const path = this.#content.toString('utf8', from, from + bytes);
    // What looks like a type by chance has a text instead of a path.
    if (/\s/.test(path)) return null;
    // Types that stand for type arguments are in no package of the program.
    const number = this.#number(path === 'go.shape' ? generatedPackage : path);
    this.#paths.set(place, number);
    return number;
  }

  /** The length of the name at a place; -1: there is none. */
  #nameBytes(place: number): number {
    const content = this.#content;
    if (place <= this.#start || place + 3 > this.#end || (content[place] ?? 0) > 0x0f) return -1;
    const [first, second] = [content[place + 1] ?? 0, content[place + 2] ?? 0];
    const isVarint = this.#release >= 17;
    const more = first < 0x80 ? first : (first & 0x7f) + second * 128;
    const bytes = isVarint ? more : first * 256 + second;
    return bytes <= maxNameBytes && place + this.#nameHeaderBytes(place) + bytes <= this.#end ? bytes : -1;
  }

  /** What precedes a name: flags, and its length: two bytes before Go 1.17, a varint since. */
  #nameHeaderBytes(place: number): number {
    return this.#release >= 17 && (this.#content[place + 1] ?? 0) < 0x80 ? 2 : 3;
  }
}

/** Told a place to which a type refers, and whether it is that of another type. */
type Found = (place: number, isType: boolean) => void;

function isAlign(value: number | undefined): boolean {
  return value === 1 || value === 2 || value === 4 || value === 8;
}

/** The places between which types are; null: not known. */
export function typeRange(
  space: DataSpace,
  moduleData: ModuleData | null,
): { start: number; end: number } | null {
  if (!moduleData || moduleData.typesStart === null || moduleData.typesEnd === null) return null;
  const start = space.place(moduleData.typesStart);
  const region = start < 0 ? undefined : space.regionAt(start);
  if (!region) return null;
  return {
    start,
    end: Math.min(region.start + region.bytes, start + moduleData.typesEnd - moduleData.typesStart),
  };
}
