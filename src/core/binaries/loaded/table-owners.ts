import {
  eachPcTable,
  functionData,
  functionDataCount,
  type FunctionList,
  PackageNames,
  type Packages,
  pcTableCount,
  unitOf,
} from '../functions/index.ts';
import { Marks } from './marks.ts';
import { type Owned, OwnedSums } from './owned.ts';
import { Pairs } from './pairs.ts';

const bucket = 'function-tables';
/** Far more than the largest known programs have. */
const maxReferences = 16_000_000;

/**
 * What packages own of the function tables: index, records and names of their functions, and by what the records refer
 * to the rest. A piece to which functions of one package refer is its own; others are shared, in proportion to the
 * functions that refer to them. `functionDataBytes`: the size of the function data. Throws `Damaged`.
 */
export function ownersOfTables(list: FunctionList, packages: Packages, functionDataBytes: number): Owned[] {
  const isOld = list.table.layout === 'go1.2';
  // Of functions that only exist inlined in others, packages may be met here for the first time.
  const names = isOld ? [] : bytesOfNames(list, packages);
  const sums = new OwnedSums(packages.list.length);
  ownIndex(list, sums);
  if (isOld) {
    share(list.records.length, oldPieces(list), sums);
    return sums.list();
  }
  ownRecords(list, sums);
  const own = sums.of(bucket, 'exact');
  for (const [owner, bytes] of names.entries()) own[owner] = (own[owner] ?? 0) + bytes;
  share(list.pcTables.length, pcTables(list), sums);
  const units = unitLists(list);
  share(list.files.length, files(list, units), sums);
  share(list.units.length, units, sums);
  if (!list.table.pointerEntries) share(functionDataBytes, functionDataPieces(list), sums);
  return sums.list();
}

const entryBytesOf = ({ table, records }: FunctionList) => (table.pointerEntries ? records.pointerBytes : 4);

function ownIndex(list: FunctionList, sums: OwnedSums): void {
  const bytes = 2 * entryBytesOf(list);
  const own = sums.of(bucket, 'exact');
  for (let i = 0; i < list.count; i++) {
    const owner = list.packageOf[i] ?? 0;
    own[owner] = (own[owner] ?? 0) + bytes;
  }
}

/** A record, and the offsets of its tables and function data behind it. */
function ownRecords(list: FunctionList, sums: OwnedSums): void {
  const entryBytes = entryBytesOf(list);
  const own = sums.of(bucket, 'exact');
  for (let i = 0; i < list.count; i++) {
    const owner = list.packageOf[i] ?? 0;
    const lists = pcTableCount(list, i) * 4 + functionDataCount(list, i) * entryBytes;
    own[owner] = (own[owner] ?? 0) + list.table.recordBytes + lists;
  }
}

/** What each package has of all names, also of those of functions that only exist inlined in others. */
function bytesOfNames({ names, table }: FunctionList, packages: Packages): number[] {
  const { buffer } = names;
  const known = new PackageNames(names, table.layout === 'go1.20', packages);
  const bytes = Array.from(packages.list, () => 0);
  const last = buffer.lastIndexOf(0);
  for (let at = 0; at <= last; at++) {
    const start = at;
    at = endOfName(buffer, start);
    if (at === start) continue;
    const owner = known.indexOf(start);
    bytes[owner] = (bytes[owner] ?? 0) + at - start + 1;
  }
  return bytes;
}

/** Where the NUL is that ends a name. */
function endOfName(names: Buffer, start: number): number {
  let at = start;
  while (at < names.length && names[at] !== 0) at++;
  return at;
}

function pcTables(list: FunctionList): Pairs {
  const references = new Pairs(maxReferences);
  eachPcTable(list, (i, offset) => references.add(list.packageOf[i] ?? 0, offset));
  return references;
}

function functionDataPieces(list: FunctionList): Pairs {
  const references = new Pairs(maxReferences);
  for (let i = 0; i < list.count; i++) {
    for (let kind = functionDataCount(list, i) - 1; kind >= 0; kind--) {
      const offset = functionData(list, i, kind);
      if (offset !== null) references.add(list.packageOf[i] ?? 0, offset);
    }
  }
  return references;
}

/** Where the list of files of each function's unit begins. */
function unitLists(list: FunctionList): Pairs {
  const references = new Pairs(maxReferences);
  for (let i = 0; i < list.count; i++) {
    const unit = unitOf(list, i);
    if (unit !== null) references.add(list.packageOf[i] ?? 0, unit * 4);
  }
  return references;
}

/** The paths of the files in the list of each unit, which is used by the package of its functions. */
function files({ units }: FunctionList, lists: Pairs): Pairs {
  const references = new Pairs(maxReferences);
  const owners = new Map<number, number>();
  for (let i = 0; i < lists.length; i++) owners.set(lists.to(i), lists.from(i));
  let owner: number | undefined;
  for (let at = 0; at + 4 <= units.length; at += 4) {
    owner = owners.get(at) ?? owner;
    const offset = units.u32(at);
    if (owner !== undefined && offset !== 0xffff_ffff) references.add(owner, offset);
  }
  return references;
}

/** Before Go 1.16, records, names and tables stand between each other. */
function oldPieces(list: FunctionList): Pairs {
  const references = pcTables(list);
  for (let i = 0; i < list.count; i++) {
    const owner = list.packageOf[i] ?? 0;
    references.add(owner, (list.recordAt[i] ?? 0) - entryBytesOf(list));
    references.add(owner, list.nameAt[i] ?? 0);
  }
  return references;
}

/** Divides `length` bytes among the packages that refer to the pieces of it; `references` are (package, offset). */
function share(length: number, references: Pairs, sums: OwnedSums): void {
  const { from, to } = references.lists();
  const marks = new Marks(length);
  marks.markAll(to);
  const count = marks.cut();
  marks.toPieces(to);
  const { uses, owners } = usesOf(count, from, to);
  const { starts } = marks;
  const own = sums.of(bucket, 'exact');
  for (let piece = 0; piece < count; piece++) {
    const owner = owners[piece] ?? nobody;
    if (owner >= 0) own[owner] = (own[owner] ?? 0) + (starts[piece + 1] ?? 0) - (starts[piece] ?? 0);
  }
  const shared = sums.of(bucket, 'byShare');
  for (let i = 0; i < to.length; i++) {
    const piece = to[i] ?? 0;
    if (piece === count || owners[piece] !== several) continue;
    const owner = from[i] ?? 0;
    const bytes = (starts[piece + 1] ?? 0) - (starts[piece] ?? 0);
    shared[owner] = (shared[owner] ?? 0) + bytes / (uses[piece] ?? 1);
  }
}

const nobody = -1;
const several = -2;

/**
 * How often the packages `from` refer to each of the `count` pieces `to`, and which package does; `several`: more than one.
 * What is outside of all pieces has their number.
 */
function usesOf(
  count: number,
  from: Uint32Array,
  to: Uint32Array,
): { uses: Uint32Array; owners: Int32Array } {
  const uses = new Uint32Array(count + 1);
  const owners = new Int32Array(count + 1).fill(nobody);
  for (let i = 0; i < to.length; i++) {
    const piece = to[i] ?? 0;
    uses[piece] = (uses[piece] ?? 0) + 1;
    const owner = owners[piece] ?? nobody;
    if (owner === nobody) owners[piece] = from[i] ?? 0;
    else if (owner !== from[i]) owners[piece] = several;
  }
  return { uses, owners };
}
