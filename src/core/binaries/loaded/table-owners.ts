import {
  fixedTables,
  functionData,
  functionDataCount,
  type FunctionList,
  PackageNames,
  type Packages,
  pcTable,
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
  share(list.units.length, units, sums);
  share(list.files.length, files(list, units), sums);
  if (!list.table.pointerEntries) share(functionDataBytes, functionDataPieces(list), sums);
  return sums.list();
}

const entryBytesOf = ({ table, records }: FunctionList) => (table.pointerEntries ? records.pointerBytes : 4);

function ownIndex(list: FunctionList, sums: OwnedSums): void {
  const bytes = 2 * entryBytesOf(list);
  for (let i = 0; i < list.count; i++) sums.add(list.packageOf[i] ?? 0, bucket, bytes, 'exact');
}

/** A record, and the offsets of its tables and function data behind it. */
function ownRecords(list: FunctionList, sums: OwnedSums): void {
  const entryBytes = entryBytesOf(list);
  for (let i = 0; i < list.count; i++) {
    const lists = pcTableCount(list, i) * 4 + functionDataCount(list, i) * entryBytes;
    sums.add(list.packageOf[i] ?? 0, bucket, list.table.recordBytes + lists, 'exact');
  }
}

/** All names, also those of functions that only exist inlined in others. */
function ownNames({ names, table }: FunctionList, packages: Packages, sums: OwnedSums): void {
  const known = new PackageNames(names, table.layout === 'go1.20', packages);
  for (let at = 0; at < names.length; ) {
    const end = names.buffer.indexOf(0, at);
    if (end < 0) break;
    if (end > at) sums.add(known.indexOf(at), bucket, end - at + 1, 'exact');
    at = end + 1;
  }
}

function pcTables(list: FunctionList): Pairs {
  const references = new Pairs(maxReferences);
  for (let i = 0; i < list.count; i++) {
    const owner = list.packageOf[i] ?? 0;
    for (const offset of fixedTables(list, i)) if (offset !== 0) references.add(owner, offset);
    for (let kind = pcTableCount(list, i) - 1; kind >= 0; kind--) {
      const offset = pcTable(list, i, kind);
      if (offset !== 0) references.add(owner, offset);
    }
  }
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
  const marks = new Marks(length);
  for (let i = 0; i < references.length; i++) if (references.to(i) < length) marks.mark(references.to(i));
  const count = marks.cut();
  const uses = new Uint32Array(count);
  const owners = new Int32Array(count).fill(-1);
  const several = -2;
  const pieceOf = (i: number) => (references.to(i) < length ? marks.pieceAt(references.to(i)) : -1);
  for (let i = 0; i < references.length; i++) {
    const piece = pieceOf(i);
    if (piece < 0) continue;
    uses[piece] = (uses[piece] ?? 0) + 1;
    const owner = owners[piece] ?? -1;
    if (owner === -1) owners[piece] = references.from(i);
    else if (owner !== references.from(i)) owners[piece] = several;
  }
  for (let i = 0; i < references.length; i++) {
    const piece = pieceOf(i);
    if (piece < 0) continue;
    const bytes = ((marks.starts[piece + 1] ?? 0) - (marks.starts[piece] ?? 0)) / (uses[piece] ?? 1);
    sums.add(references.from(i), bucket, bytes, owners[piece] === several ? 'byShare' : 'exact');
  }
}
