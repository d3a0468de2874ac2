import type { Bucket } from '#contract/binaries';
import { Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type FunctionFacts, Packages } from '../functions/index.ts';
import { enterDivided, enterWithin, Sums } from '../ownership/index.ts';
import { ownersOfData } from './data-owners.ts';
import type { Owned } from './owned.ts';
import { ownersOfTables } from './table-owners.ts';

/**
 * Enters what packages own of the function tables and data of a program. `release` is its Go 1 release; null: not known.
 * What cannot be read stays without an owner. Returns who owns the data at an address.
 */
export function enterLoaded(
  image: Image,
  functions: FunctionFacts,
  release: number | null,
  buckets: readonly Bucket[],
): DataOwner {
  const { list, moduleData, inside, ledger, functionDataBytes } = functions;
  if (!list) return nobody;
  const packages = new Packages(list.packages);
  const known = (read: () => Owned[]) =>
    knownOf(read).map(({ owner, ...rest }) => ({ path: packages.list[owner] ?? '', ...rest }));
  const tables = () => ownersOfTables(list, packages, functionDataBytes);
  if (list.base === null) {
    // In WebAssembly, the file has less than the memory: long runs of zeros are left out.
    const sums = new Sums();
    for (const { path, bytes } of known(tables)) sums.add(path, bytes);
    const stored = buckets.find(({ name }) => name === 'function-tables')?.bytes ?? 0;
    const entered = { known: sums, weights: new Map() };
    enterDivided(ledger, 'function-tables', Math.min(stored, sums.total), entered);
    return nobody;
  }
  enterWithin(ledger, buckets, known(tables));
  // Types of other programs have other sizes, and their instructions are not read.
  if (!image.bytes.littleEndian || image.bytes.pointerBytes !== 8) return nobody;
  const program = { image, list, moduleData, release: release ?? newestRelease, inside, packages };
  let ownerAt: DataOwner = nobody;
  enterWithin(
    ledger,
    buckets,
    known(() => {
      const data = ownersOfData(program);
      ownerAt = (address) => packages.list[data.ownerAt(address)] ?? null;
      return data.owned;
    }),
  );
  return ownerAt;
}

/** The package of the data at an address; null: not known. */
export type DataOwner = (address: number) => string | null;

const nobody: DataOwner = () => null;

/** The types of a program of an unknown release are read as those of the newest. */
const newestRelease = 99;

function knownOf(read: () => Owned[]): Owned[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Damaged || error instanceof RangeError) return [];
    throw error;
  }
}
