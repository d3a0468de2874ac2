import { eachRelocation, type ExecutableHeader, type Image } from '../formats/index.ts';
import { type FunctionFacts, ownerOfAddress } from '../functions/index.ts';
import type { DataOwner } from '../loaded/index.ts';
import { enterDivided, Sums } from '../ownership/index.ts';
import { enterDynamicSymbols, linker } from '../symbols/index.ts';

/** Relocations of ELF and of PE. */
const relocationSection = /^\.(rela?(\.|$)|reloc$)/;

/**
 * Enters whose the bytes are that a program has for the system's loader, its headers and the gaps between its parts: those
 * of dynamic symbols and relocations have a package; the others are the linker's. `bucketBytes` is the size of the bucket
 * `other`. What follows the last part of the program is nobody's: a signature, or a file that was appended.
 */
export function enterLoaderData(
  format: ExecutableHeader['format'],
  image: Image,
  facts: FunctionFacts,
  dataOwner: DataOwner,
  bucketBytes: number,
): void {
  const { ledger } = facts;
  if (ledger.isEmpty) return;
  const relocations = image.sections
    .filter((s) => s.bucket === 'other' && relocationSection.test(s.name))
    .reduce((sum, section) => sum + section.fileBytes, 0);
  const known = relocationParts(image, facts, dataOwner);
  enterDivided(ledger, 'other', relocations, { known, weights: dataOf(facts), basis: 'byReference' });
  enterDynamicSymbols(image, facts, dataOwner);
  const left = bucketBytes - ledger.total('other') - (image.bytes.length - endOf(format, image));
  if (left > 0) ledger.add(linker, 'other', left);
}

const relocationBytes = 24;

/** Of each relocation, the package of the data that it changes, or of the function to which it makes that point. */
function relocationParts(image: Image, { list }: FunctionFacts, dataOwner: DataOwner): Sums {
  const sums = new Sums();
  let last = linker;
  let count = 0;
  eachRelocation(image, (address, low, high) => {
    const owner = dataOwner(address) ?? (list && ownerOfAddress(list, high * 2 ** 32 + low)) ?? linker;
    if (owner !== last) {
      sums.add(last, count * relocationBytes);
      last = owner;
      count = 0;
    }
    count++;
  });
  sums.add(last, count * relocationBytes);
  return sums;
}

/** What packages have of the data that the loader changes. */
function dataOf({ ledger }: FunctionFacts): Sums {
  const sums = new Sums();
  for (const { path, parts } of ledger.packages()) {
    for (const { bucket, bytes } of parts) {
      if (bucket === 'data' || bucket === 'read-only-data' || bucket === 'types') sums.add(path, bytes);
    }
  }
  return sums;
}

/** Where the program ends in the file. */
function endOf(format: ExecutableHeader['format'], { bytes, sections, mappings, extras }: Image): number {
  const ends = [
    // What is in memory alone may have any offset.
    ...sections.filter((s) => s.fileBytes > 0).map((s) => s.offset + s.fileBytes),
    ...[...mappings, ...extras].map((each) => each.offset + each.bytes),
    format === 'elf' ? endOfSectionTable(bytes) : 0,
  ];
  return Math.min(bytes.length, Math.max(...ends));
}

function endOfSectionTable(bytes: Image['bytes']): number {
  const wide = bytes.pointerBytes === 8;
  const [table, entryBytes, count] = [
    bytes.pointer(wide ? 40 : 32),
    bytes.u16(wide ? 58 : 46),
    bytes.u16(wide ? 60 : 48),
  ];
  return table + entryBytes * count;
}
