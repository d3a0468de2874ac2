import type { PackagesMissing } from '#contract/binaries';
import type { Claim } from '../sizes/index.ts';
import { Damaged } from '../bytes/index.ts';
import { findFunctionTables, type FunctionTable } from './function-table.ts';
import { type FunctionList, functionData, functionDataCount, readFunctionList } from './function-list.ts';
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
  /** The size of the function data: up to the start of the last piece, if nothing tells its end. */
  functionDataBytes: number;
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
  functionDataBytes: 0,
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
  const dataBytes = functionDataBytes(image, list, moduleData);
  const start = code.each ? null : (moduleData?.text ?? list.base);
  return {
    ledger: ledgerOf(list),
    list: code.each ? { ...list, base: null } : { ...list, base: start },
    moduleData,
    functionDataBytes: dataBytes,
    packagesMissing: null,
    inside: moduleData ? piecesInside(image, table, moduleData, dataBytes) : [],
    goCode: start === null ? null : { start, end: moduleData?.textEnd ?? start + span },
  };
}

/** The functions and the code of each package. */
function ledgerOf({ count, packages, packageOf, codeBytes }: FunctionList): Ledger {
  const functions = new Float64Array(packages.length);
  const code = new Float64Array(packages.length);
  for (let i = 0; i < count; i++) {
    const owner = packageOf[i] ?? 0;
    functions[owner] = (functions[owner] ?? 0) + 1;
    code[owner] = (code[owner] ?? 0) + (codeBytes[i] ?? 0);
  }
  const ledger = new Ledger();
  for (const [i, path] of packages.entries()) ledger.addFunctions(path, functions[i] ?? 0, code[i] ?? 0);
  return ledger;
}

function functionDataBytes(image: Image, list: FunctionList, moduleData: ModuleData | null): number {
  const { functionData: start = null, tableEnd = null } = moduleData ?? {};
  if (list.table.pointerEntries || start === null) return 0;
  // Since Go 1.26, it is the last part of the table.
  if (tableEnd !== null && start > list.table.address && start < tableEnd) return tableEnd - start;
  let [last, lastKind] = [0, 0];
  for (let i = 0; i < list.count; i++) {
    for (let kind = functionDataCount(list, i) - 1; kind >= 0; kind--) {
      const offset = functionData(list, i, kind);
      if (offset !== null && offset > last) [last, lastKind] = [offset, kind];
    }
  }
  return last + (lastKind <= lastPointerMap ? pointerMapBytes(image, start + last) : 0);
}

/** Kinds 0 and 1 are the pointer maps of arguments and variables. */
const lastPointerMap = 1;

/**
 * The size of a pointer map: the number of maps, the bits of each, and the maps (runtime/symtab.go, `stackmap`). The last
 * one is the largest, because the linker sorts them by size. 0: not known.
 */
function pointerMapBytes(image: Image, address: number): number {
  const offset = fileOffset(image, address);
  if (offset === null || offset + 8 > image.bytes.length) return 0;
  const header = image.bytes.part(offset, 8);
  const bytes = 8 + header.u32(0) * Math.ceil(header.u32(4) / 8);
  return offset + bytes <= image.bytes.length && fileOffset(image, address + bytes - 1) !== null ? bytes : 0;
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
