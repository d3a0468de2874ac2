import type { PackagesMissing } from '#contract/binaries';
import type { Claim } from '../sizes/index.ts';
import { Damaged } from '../bytes/index.ts';
import { findFunctionTables, type FunctionTable } from './function-table.ts';
import { readFunctions } from './functions.ts';
import { fileOffset, type Image } from '../formats/index.ts';
import { type ModuleData, readModuleData } from './module-data.ts';
import { Ledger } from '../ownership/index.ts';
import { packageOfSymbol } from './symbol-package.ts';

export interface FunctionFacts {
  /** The functions of each package. */
  ledger: Ledger;
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
  const ledger = new Ledger();
  const colons = table.layout === 'go1.20';
  // Up to the start of the last piece of function data: its end is not recorded.
  let funcDataBytes = 0;
  let read = 0;
  if (code.each && code.each.length !== table.functions) return null;
  const { firstAddress, span } = readFunctions(image, table, endOf(table, moduleData), (entry) => {
    const codeBytes = code.each ? (code.each[read++] ?? 0) : entry.end - entry.start;
    ledger.addFunction(packageOfSymbol(entry.name, colons), codeBytes, entry.tableBytes);
    if (entry.lastFuncData > funcDataBytes) funcDataBytes = entry.lastFuncData;
  });
  if (ledger.total('code') > code.total || (!code.each && span > code.total)) return null;
  const start = code.each ? null : (moduleData?.text ?? firstAddress);
  return {
    ledger,
    packagesMissing: null,
    inside: moduleData ? piecesInside(image, table, moduleData, funcDataBytes) : [],
    goCode: start === null ? null : { start, end: moduleData?.textEnd ?? start + span },
  };
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
  if (moduleData.funcData !== null) claim(moduleData.funcData, funcDataBytes, 'function-tables');
  return pieces;
}
