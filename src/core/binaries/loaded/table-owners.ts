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
  const sums = new OwnedSums();
  ownIndex(list, sums);
  if (list.table.layout === 'go1.2') {
    share(list.records.length, oldPieces(list), sums);
    return sums.list();
  }
  ownRecords(list, sums);
  ownNames(list, packages, sums);
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
  const add = sums.adder(bucket, 'exact');
  for (let i = 0; i < list.count; i++) add(list.packageOf[i] ?? 0, bytes);
}

/** A record, and the offsets of its tables and function data behind it. */
function ownRecords(list: FunctionList, sums: OwnedSums): void {
  const entryBytes = entryBytesOf(list);
  const add = sums.adder(bucket, 'exact');
  for (let i = 0; i < list.count; i++) {
    const lists = pcTableCount(list, i) * 4 + functionDataCount(list, i) * entryBytes;
    add(list.packageOf[i] ?? 0, list.table.recordBytes + lists);
  }
}

/** All names, also those of functions that only exist inlined in others. */
function ownNames({ names, table }: FunctionList, packages: Packages, sums: OwnedSums): void {
  const add = sums.adder(bucket, 'exact');
  const known = new PackageNames(names, table.layout === 'go1.20', packages);
  for (let at = 0; at < names.length; ) {
    const end = names.buffer.indexOf(0, at);
    if (end < 0) break;
    if (end > at) add(known.indexOf(at), end - at + 1);
    at = end + 1;
  }
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
  for (const place of to) if (place < length) marks.mark(place);
  const count = marks.cut();
  const outside = count;
  const uses = new Uint32Array(count + 1);
  const owners = new Int32Array(count + 1).fill(-1);
  const several = -2;
  for (let i = 0; i < to.length; i++) {
    const place = to[i] ?? 0;
    const piece = place < length ? marks.pieceAt(place) : outside;
    to[i] = piece;
    uses[piece] = (uses[piece] ?? 0) + 1;
    const owner = owners[piece] ?? -1;
    if (owner === -1) owners[piece] = from[i] ?? 0;
    else if (owner !== from[i]) owners[piece] = several;
  }
  const [own, shared] = [sums.adder(bucket, 'exact'), sums.adder(bucket, 'byShare')];
  const { starts } = marks;
  for (let piece = 0; piece < count; piece++) {
    const owner = owners[piece] ?? -1;
    if (owner >= 0) own(owner, (starts[piece + 1] ?? 0) - (starts[piece] ?? 0));
  }
  for (let i = 0; i < to.length; i++) {
    const piece = to[i] ?? 0;
    if (piece === outside || owners[piece] !== several) continue;
    shared(from[i] ?? 0, ((starts[piece + 1] ?? 0) - (starts[piece] ?? 0)) / (uses[piece] ?? 1));
  }
}
