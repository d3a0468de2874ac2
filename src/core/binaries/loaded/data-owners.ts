import type { Claim } from '../sizes/index.ts';
import type { Image } from '../formats/index.ts';
import type { FunctionList, ModuleData, Packages } from '../functions/index.ts';
import { codeReferences } from '../instructions/index.ts';
import { DataSpace } from './data-space.ts';
import { Fixed } from './fixed.ts';
import { Flood } from './flood.ts';
import { LongTexts } from './long-texts.ts';
import { Marks } from './marks.ts';
import { enterOldFunctionData } from './old-function-data.ts';
import type { Owned } from './owned.ts';
import { Pairs } from './pairs.ts';
import { eachVariable } from './variables.ts';
import { TypeWalk, typeRange } from './type-walk.ts';

/** Far more than the largest known programs have. */
const maxReferences = 8_000_000;
const wordBytes = 8;
/** The runtime's `moduledata` points to the start of everything. */
const moduleDataBytes = 56 * wordBytes;

interface Program {
  image: Image;
  list: FunctionList;
  moduleData: ModuleData | null;
  /** The Go 1 release. */
  release: number;
  inside: readonly Claim[];
  /** Those of the functions; the packages that have types alone follow them. */
  packages: Packages;
}

export interface DataOwners {
  owned: Owned[];
  /** The number of the package of the data at an address; -1: nobody's. */
  ownerAt: (address: number) => number;
}

/**
 * Whose the data is: each piece of it begins where an instruction, a pointer or an offset in a type refers to, and ends
 * before the next. Types, pairs of a type and an interface, and what points to a function belong to their package. The
 * others belong to the first package that refers to them, in the order of the code: the linker puts packages behind
 * those that they import, so that is the one that declares them. Read-only data without pointers, which is mostly
 * strings, is shared by all packages that refer to it. Throws `Damaged`.
 */
export function ownersOfData(program: Program): DataOwners {
  const { image, list, moduleData, release, packages } = program;
  const space = new DataSpace(image, program.inside);
  const marks = new Marks(space.length);
  const texts = new LongTexts();
  const references = readReferences({ image, list, space }, marks, texts);
  const { pointers, code } = readPointers(space, { list, moduleData });
  addPointedTexts(space, pointers, texts);
  texts.settle(marks);
  pointers.keep((place) => !texts.isInside(place));
  marks.markAll(pointers.lists().to);
  const fixed = new Fixed(space.length);
  readTypes({ space, moduleData, release, packages }, marks, pointers, fixed);
  fixFunctionPointers(list, code, marks, fixed);
  readVariables(image, { space, packages, list }, marks, fixed);
  enterOldFunctionData(list, { space, marks, references, pointers });
  const flood = new Flood({ space, marks, references, pointers, fixed }, packages.list.length);
  return { owned: flood.owned(), ownerAt: (address) => flood.ownerAt(space.place(address)) };
}

/** Lists the places of the data to which instructions refer, as (package, place), marks them, and adds long texts. */
function readReferences(
  { image, list, space }: Pick<Program, 'image' | 'list'> & { space: DataSpace },
  marks: Marks,
  texts: LongTexts,
): Pairs {
  const references = new Pairs(maxReferences);
  codeReferences(image, list, ({ start, count, places, owners, lengths }) => {
    for (let i = 0; i < count; i++) {
      const place = space.place(start + (places[i] ?? 0));
      if (place < 0) continue;
      references.add(owners[i] ?? 0, place);
      const length = lengths[i] ?? 0;
      if (length >= LongTexts.minBytes) texts.add(place, length, readOnlyEnd(space, place));
    }
  });
  marks.markAll(references.lists().to);
  return references;
}

/** Adds the long texts that have a pointer, with their length behind it. */
function addPointedTexts(space: DataSpace, pointers: Pairs, texts: LongTexts): void {
  const { words } = space;
  const { from, to } = pointers.lists();
  for (let i = 0; i < from.length; i++) {
    const length = ((from[i] ?? 0) + wordBytes) >>> 2;
    const place = to[i] ?? 0;
    // No text is as long as a number that needs the upper half.
    if (words[length + 1] !== 0 || (words[length] ?? 0) < LongTexts.minBytes) continue;
    texts.add(place, words[length] ?? 0, readOnlyEnd(space, place));
  }
}

/** Enters in `fixed` what points to a function; `code` are (place, offset in the code). */
function fixFunctionPointers(list: FunctionList, code: Pairs, marks: Marks, fixed: Fixed): void {
  const { from, to } = code.lists();
  for (let i = 0; i < from.length; i++) {
    const place = from[i] ?? 0;
    if (!marks.isMarked(place) || fixed.has(place)) continue;
    fixed.set(place, list.packageOf[functionAt(list, to[i] ?? 0)] ?? 0);
  }
}

/**
 * Lists what aligned words of the data point to: `pointers` are places of the data (where, what), `code`
 * what points to functions, as (place, offset in the code).
 */
function readPointers(
  space: DataSpace,
  { list, moduleData }: Pick<Program, 'list' | 'moduleData'>,
): { pointers: Pairs; code: Pairs } {
  const pointers = new Pairs(maxReferences);
  const code = new Pairs(maxReferences);
  const { words } = space;
  const codeStart = list.base ?? 0;
  const codeEnd = codeStart + (list.starts[list.count] ?? 0);
  const skipped = moduleData ? space.place(moduleData.address) : -1;
  const noPointers = {
    start: space.place(moduleData?.noPointers?.start ?? 0),
    end: space.place((moduleData?.noPointers?.end ?? 0) - 1),
  };
  for (const { start, bytes } of space.regions) {
    const first = Math.ceil(start / wordBytes) * wordBytes;
    const end = start + bytes - wordBytes;
    for (let place = first; place <= end; place += wordBytes) {
      const low = words[place >>> 2] ?? 0;
      const high = words[(place >>> 2) + 1] ?? 0;
      if ((low | high) === 0 || high > 0xffff) continue;
      const address = high * 2 ** 32 + low;
      if (address >= codeStart && address < codeEnd) {
        code.add(place, address - codeStart);
        continue;
      }
      const target = space.place(address);
      if (
        target < 0 ||
        (place >= noPointers.start && place < noPointers.end) ||
        (skipped >= 0 && place >= skipped && place < skipped + moduleDataBytes)
      )
        continue;
      pointers.add(place, target);
    }
  }
  return { pointers, code };
}

/** The end of the read-only region at a place; 0: it is in another one. */
function readOnlyEnd(space: DataSpace, place: number): number {
  const region = space.regionAt(place);
  return region && !region.writable ? region.start + region.bytes : 0;
}

/** Marks the variables that have symbols, and enters their packages in `fixed`, by their places. */
function readVariables(
  image: Image,
  { space, packages, list }: { space: DataSpace; packages: Packages; list: FunctionList },
  marks: Marks,
  fixed: Fixed,
): void {
  // Variables do not overlap, but for a few that have two names.
  let bytesLeft = space.length * 2;
  const known = new Set(list.packages);
  eachVariable(image, { colons: list.table.layout === 'go1.20', known }, (path, address, bytes) => {
    const place = space.place(address);
    bytesLeft -= place < 0 ? 0 : bytes;
    if (place < 0 || place + bytes > space.length || bytesLeft < 0) return;
    const owner = packages.number(path);
    marks.mark(place);
    // Something may refer to the middle of it.
    for (let at = place; at < place + bytes; at++) if (marks.isMarked(at)) fixed.set(at, owner);
  });
}

/** The function that contains an offset of the code. */
function functionAt({ starts, count }: FunctionList, offset: number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Marks types, and what they refer to by offsets, and enters their packages in `fixed`, by their place. */
function readTypes(
  {
    space,
    moduleData,
    release,
    packages,
  }: Pick<Program, 'moduleData' | 'release'> & { space: DataSpace; packages: Packages },
  marks: Marks,
  pointers: Pairs,
  fixed: Fixed,
): void {
  const range = typeRange(space, moduleData);
  if (!range || !moduleData) return;
  const types = new TypeWalk(space, range, release, (path) =>
    // The types for which generic functions are compiled are in a package that does not exist.
    packages.number(path === 'go.shape' ? '(generated)' : path),
  );
  const waiting: number[] = [];
  const meet = (place: number) => {
    if (fixed.has(place) || !types.isType(place)) return;
    marks.mark(place);
    fixed.set(place, types.ownerOf(place));
    waiting.push(place);
  };
  for (const { link, type } of typelinksOf(space, moduleData, range.start)) {
    meet(type);
    // An entry is its type's.
    if (!fixed.has(type)) continue;
    marks.mark(link);
    fixed.set(link, types.ownerOf(type));
  }
  for (let place = marks.nextFrom(range.start); place < range.end; place = marks.nextFrom(place + 1)) {
    if ((place - range.start) % wordBytes === 0) meet(place);
  }
  let from = 0;
  const follow = (place: number, isType: boolean) => {
    if (place < range.start || place >= range.end) return;
    if (isType) meet(place);
    else {
      marks.mark(place);
      pointers.add(from, place);
    }
  };
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    from = type;
    const next = types.nextAfter(type);
    if (next !== null) meet(next);
    types.offsetsOf(type, follow);
  }
  for (const { itab, link } of itabsOf(space, moduleData)) {
    const type = space.place(space.pointer(itab + wordBytes));
    if (!types.isType(type)) continue;
    const owner = types.ownerOf(type);
    for (const place of link === null ? [itab] : [itab, link]) {
      marks.mark(place);
      fixed.set(place, owner);
    }
  }
}

/** The places of the entries in the list of types, and of the types. */
function* typelinksOf(
  space: DataSpace,
  { typelinks }: ModuleData,
  typesStart: number,
): Generator<{ link: number; type: number }> {
  const list = typelinks ? space.place(typelinks.address) : -1;
  if (!typelinks || list < 0) return;
  const end = Math.min(list + typelinks.bytes, space.length);
  for (let link = list; link + 4 <= end; link += 4) {
    yield { link, type: typesStart + space.content.readInt32LE(link) };
  }
}

/** The places of pairs of a type and an interface, and of the pointer to each in the list of them. */
function* itabsOf(
  space: DataSpace,
  { itabs, typeBytes }: ModuleData,
): Generator<{ itab: number; link: number | null }> {
  const list = itabs ? space.place(itabs.address) : -1;
  if (!itabs || list < 0) return;
  const end = Math.min(list + itabs.bytes, space.length);
  if (typeBytes === null) {
    for (let link = list; link + wordBytes <= end; link += wordBytes) {
      const itab = space.place(space.pointer(link));
      if (itab >= 0) yield { itab, link };
    }
    return;
  }
  // Since Go 1.27, they follow each other: interface, type, hash, and a pointer to each of its methods.
  for (let itab = list; itab + 3 * wordBytes < end; ) {
    yield { itab, link: null };
    const type = space.place(space.pointer(itab));
    const methods = type < 0 ? 0 : space.pointer(type + 64);
    const hasMethods = space.pointer(itab + 3 * wordBytes) !== 0;
    itab += (hasMethods && methods > 0 ? 3 + methods : 4) * wordBytes;
  }
}
