import { Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import type { DataOwner } from '../loaded/index.ts';
import type { FunctionFacts } from '../functions/index.ts';
import { enterDivided, Sums } from '../ownership/index.ts';
import { elfSymbolParts } from './elf-symbols.ts';
import { machOSymbolParts, peSymbolParts } from './other-symbols.ts';
import { SymbolOwners } from './symbol-owners.ts';

/** How many bytes each symbol of an ELF program has in the tables of hashes and versions. */
const hashBytes = 4;
const versionBytes = 2;

/**
 * Enters whose the symbols are, by the packages in their names: each has an entry and its name. Of a table that cannot be
 * read, packages have shares by the number of their functions.
 */
export function enterSymbols(
  image: Image,
  { ledger, list }: FunctionFacts,
  dataOwner: DataOwner,
  bucketBytes: number,
): void {
  if (ledger.isEmpty || bucketBytes === 0) return;
  const functions = new Sums();
  for (const each of ledger.packages()) functions.add(each.path, each.functions);
  const known = partsOf(() =>
    symbolParts(image, new SymbolOwners(list, new Set(functions.keys()), dataOwner)),
  );
  enterDivided(ledger, 'symbols', bucketBytes, {
    known,
    weights: known.size > 0 ? known : functions,
  });
}

/**
 * Enters whose the symbols are with which the system's loader connects a program with libraries; some programs export all
 * of Go's.
 */
export function enterDynamicSymbols(
  image: Image,
  { ledger, list }: FunctionFacts,
  dataOwner: DataOwner,
): void {
  const section = (name: string) => image.sections.find((s) => s.name === name && s.fileBytes > 0);
  const [symbols, names] = [section('.dynsym'), section('.dynstr')];
  if (!symbols || !names || ledger.isEmpty) return;
  const [hashes, versions] = [section('.gnu.hash') ?? section('.hash'), section('.gnu.version')];
  const content = (s: typeof symbols) => image.bytes.part(s.offset, s.fileBytes);
  const more = (hashes ? hashBytes : 0) + (versions ? versionBytes : 0);
  const owners = new SymbolOwners(list, new Set(ledger.packages().map((each) => each.path)), dataOwner);
  const known = partsOf(() => elfSymbolParts(content(symbols), content(names), owners, more));
  const bytes = [symbols, names, hashes, versions].reduce((sum, each) => sum + (each?.fileBytes ?? 0), 0);
  enterDivided(ledger, 'other', bytes, { known, weights: known });
}

function symbolParts(image: Image, owners: SymbolOwners): Sums {
  const sums = new Sums();
  for (const { offset, bytes, names, nameBytes, kind } of image.symbols ?? []) {
    const [table, texts] = [image.bytes.part(offset, bytes), image.bytes.part(names, nameBytes)];
    const parts =
      kind === 'elf'
        ? elfSymbolParts(table, texts, owners, 0)
        : kind === 'mach-o'
          ? machOSymbolParts(table, texts, owners)
          : peSymbolParts(table, texts, owners);
    for (const [owner, part] of parts) sums.add(owner, part);
  }
  return sums;
}

/** Nothing if they cannot be read. */
function partsOf(read: () => Sums): Sums {
  try {
    return read();
  } catch (error) {
    if (error instanceof Damaged) return new Sums();
    throw error;
  }
}
