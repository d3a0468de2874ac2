import type { PackagesMissing } from '#contract/binaries';
import type { Claim } from '../sizes/index.ts';
import { Damaged } from '../bytes/index.ts';
import { findFunctionTables, type FunctionTable } from './function-table.ts';
import {
  type FunctionList,
  functionData,
  functionDataCount,
  pcTableCount,
  readFunctionList,
} from './function-list.ts';
import { fileOffset, type Image } from '../formats/index.ts';
import { type ModuleData, readModuleData } from './module-data.ts';
import { Ledger } from '../ownership/index.ts';

export interface FunctionFacts {
  /** The functions of each package. */
  ledger: Ledger;
  /** null: not known. */
  list: FunctionList | null;
  /** null: not known. */
  moduleData: ModuleData | null;
  /** Why the ledger is empty; null if it is not. */
  packagesMissing: PackagesMissing | null;
  /** Ranges within other sections that hold function tables or types. */
  inside: Claim[];
  /** Where Go's own code is in memory; null: not known. */
  goCode: { start: number; end: number } | null;
}

/** The machine code that a function table may describe. */
export interface CodeSizes {
  /** All of it, in bytes. */
  total: number;
  /** The size of each function, in the order of the table; without this, their addresses tell. */
  each?: readonly number[];
}

function codeOfSections(image: Image): CodeSizes {
  const code = image.sections.filter((s) => s.bucket === 'code');
  return { total: code.reduce((sum, section) => sum + section.fileBytes, 0) };
}

const none = (packagesMissing: PackagesMissing): FunctionFacts => ({
  ledger: new Ledger(),
  list: null,
  moduleData: null,
  packagesMissing,
  inside: [],
  goCode: null,
});

/**
 * Reads the function table. One that cannot be read does not make the program invalid. `release` is the program's Go 1
 * release (26 for go1.26.1); null: not known. `code` is where its machine code is, if not at the functions' addresses.
 */
export function readFunctionFacts(
  image: Image,
  release: number | null,
  code: CodeSizes = codeOfSections(image),
): FunctionFacts {
  let missing: PackagesMissing = 'no-table';
  try {
    const tables = findFunctionTables(image);
    if (tables.length === 0) return none(hasTableSection(image) ? 'unknown-table' : 'no-table');
    const found = tables.map((table) => ({ table, moduleData: readModuleData(image, table, release) }));
    // The runtime's own data points to the table of this program, not to those of programs that it embeds.
    const own = found.filter((each) => each.moduleData !== null);
    for (const { table, moduleData } of own.length > 0 ? own : found) {
      try {
        const facts = factsOf(image, { table, moduleData }, code);
        if (facts) return facts;
        missing = 'inconsistent';
      } catch (error) {
        if (!(error instanceof Damaged)) throw error;
        missing = 'damaged';
      }
    }
    return none(missing);
  } catch (error) {
    if (error instanceof Damaged) return none('damaged');
    throw error;
  }
}

function hasTableSection(image: Image): boolean {
  return image.sections.some((s) => s.name.endsWith('gopclntab') && s.fileBytes > 0);
}

/** null: its functions claim more code than the program has, so it describes another program. Throws `Damaged`. */
function factsOf(
  image: Image,
  { table, moduleData }: { table: FunctionTable; moduleData: ModuleData | null },
  code: CodeSizes,
): FunctionFacts | null {
  if (code.each && code.each.length !== table.functions) return null;
  const list = readFunctionList(image, table, endOf(table, moduleData), code.each);
  const span = (list.starts[list.count] ?? 0) - (list.starts[0] ?? 0);
  const codeBytes = list.codeBytes.reduce((sum, bytes) => sum + bytes, 0);
  if (codeBytes > code.total || (!code.each && span > code.total)) return null;
  const start = code.each ? null : (moduleData?.text ?? list.base);
  return {
    ledger: ledgerOf(list),
    list: code.each ? { ...list, base: null } : { ...list, base: start },
    moduleData,
    packagesMissing: null,
    inside: moduleData ? piecesInside(image, table, moduleData, lastFunctionData(list)) : [],
    goCode: start === null ? null : { start, end: moduleData?.textEnd ?? start + span },
  };
}

/** Each function's code, and what is its own of the table: its index entry, its record with the offsets that follow it. */
function ledgerOf(list: FunctionList): Ledger {
  const { count, packages, packageOf, codeBytes, table, records } = list;
  const [functions, code, tables] = [0, 1, 2].map(() => new Float64Array(packages.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const entryBytes = table.pointerEntries ? records.pointerBytes : 4;
  const add = (sums: Float64Array, owner: number, bytes: number) => {
    sums[owner] = (sums[owner] ?? 0) + bytes;
  };
  for (let i = 0; i < count; i++) {
    const owner = packageOf[i] ?? 0;
    add(functions, owner, 1);
    add(code, owner, codeBytes[i] ?? 0);
    const lists = pcTableCount(list, i) * 4 + functionDataCount(list, i) * entryBytes;
    add(tables, owner, 2 * entryBytes + table.recordBytes + lists);
  }
  const ledger = new Ledger();
  for (const [i, path] of packages.entries()) {
    ledger.addFunctions(path, functions[i] ?? 0, code[i] ?? 0);
    ledger.add(path, 'function-tables', tables[i] ?? 0);
  }
  return ledger;
}

/** Up to the start of the last piece of function data: its end is not recorded. */
function lastFunctionData(list: FunctionList): number {
  if (list.table.pointerEntries) return 0;
  let last = 0;
  for (let i = 0; i < list.count; i++) {
    for (let kind = functionDataCount(list, i) - 1; kind >= 0; kind--) {
      const offset = functionData(list, i, kind);
      if (offset !== null && offset > last) last = offset;
    }
  }
  return last;
}

/** The file offset where the table ends. */
function endOf(table: FunctionTable, moduleData: ModuleData | null): number {
  if (table.sectioned || moduleData?.tableEnd === null || moduleData === null) return table.limit;
  const bytes = moduleData.tableEnd - table.address;
  return bytes > 0 ? Math.min(table.offset + bytes, table.limit) : table.limit;
}

function piecesInside(
  image: Image,
  table: FunctionTable,
  moduleData: ModuleData,
  funcDataBytes: number,
): Claim[] {
  const pieces: Claim[] = [];
  const claim = (address: number, bytes: number, bucket: Claim['bucket']) => {
    const offset = fileOffset(image, address);
    if (offset !== null && offset + bytes <= image.bytes.length) pieces.push({ offset, bytes, bucket });
  };
  if (!table.sectioned && moduleData.tableEnd !== null && moduleData.tableEnd > table.address) {
    claim(table.address, moduleData.tableEnd - table.address, 'function-tables');
  }
  for (const { address, bytes } of moduleData.types) claim(address, bytes, 'types');
  if (moduleData.functionData !== null) claim(moduleData.functionData, funcDataBytes, 'function-tables');
  return pieces;
}
