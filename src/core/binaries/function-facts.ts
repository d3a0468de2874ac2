import type { PackageSize } from '#contract/binaries';
import type { Claim } from './buckets.ts';
import { Damaged } from './bytes.ts';
import {
  findFunctionTable,
  type FunctionEntry,
  type FunctionTable,
  readFunctions,
} from './function-table.ts';
import { fileOffset, type Image } from './image.ts';
import { type ModuleData, readModuleData } from './module-data.ts';
import { sumPackages } from './package-sizes.ts';

export interface FunctionFacts {
  packages: PackageSize[];
  /** Ranges within other sections that hold function tables or types. */
  inside: Claim[];
}

/**
 * Reads the function table. Both lists are empty if it cannot be read (Go before 1.18, obfuscated, damaged there),
 * which does not make the program invalid.
 */
export function readFunctionFacts(image: Image, goVersion: string): FunctionFacts {
  // A development version is `devel go1.28-…`; without a release in it, assume the newest.
  const release = Number(/\bgo1\.(\d+)/.exec(goVersion)?.[1] ?? 99);
  try {
    const table = findFunctionTable(image);
    if (!table) return { packages: [], inside: [] };
    const functions = readFunctions(image.bytes, table);
    const moduleData = readModuleData(image, table, release);
    return {
      packages: sumPackages(functions, textFrom(image, table, moduleData), image.arch, release),
      inside: moduleData ? piecesInside(image, table, moduleData, functions) : [],
    };
  } catch (error) {
    if (error instanceof Damaged) return { packages: [], inside: [] };
    throw error;
  }
}

/** The code from `runtime.text` on. With cgo, the text section begins with the C startup code. */
function textFrom(image: Image, table: FunctionTable, moduleData: ModuleData | null): Buffer | null {
  const text = image.sections.filter((s) => s.bucket === 'code');
  const main = text.find((s) => /^(\.text|__TEXT,__text)$/.test(s.name));
  for (const start of [moduleData?.text, table.textStart, main?.address]) {
    if (!start) continue;
    const section = text.find((s) => start >= s.address && start < s.address + s.fileBytes);
    if (!section) continue;
    const skipped = start - section.address;
    return image.bytes.part(section.offset + skipped, section.fileBytes - skipped).buffer;
  }
  return null;
}

function piecesInside(
  image: Image,
  table: FunctionTable,
  moduleData: ModuleData,
  functions: readonly FunctionEntry[],
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
  if (moduleData.funcData !== null) {
    // Up to the start of the last one: its end is not recorded.
    const bytes = functions.reduce((last, entry) => Math.max(last, entry.lastFuncData), 0);
    claim(moduleData.funcData, bytes, 'function-tables');
  }
  return pieces;
}
