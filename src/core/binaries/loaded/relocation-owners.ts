import { eachRelocation, type Image } from '../formats/index.ts';
import { type FunctionList, ownerOfAddress, type Packages } from '../functions/index.ts';
import type { Owned } from './owned.ts';

const entryBytes = 24;
/** What the linker adds for the system's loader. */
const linker = '(linker)';

/**
 * Whose the relocations are: of each, the package of the data in which the loader fills in a pointer, or of the function to
 * which the pointer points. `ownerAt` is the number of the package of the data at an address; -1: nobody's.
 */
export function ownersOfRelocations(
  image: Image,
  list: FunctionList,
  packages: Packages,
  ownerAt: (address: number) => number,
): Owned[] {
  const counts: number[] = [];
  eachRelocation(image, (address, at, entry) => {
    let owner = ownerAt(address);
    if (owner < 0) {
      const what = image.bytes.over(entry).address(at);
      owner = packages.number((what === null ? null : ownerOfAddress(list, what)) ?? linker);
    }
    counts[owner] = (counts[owner] ?? 0) + 1;
  });
  return Array.from(counts, (count = 0, owner) => ({
    owner,
    bucket: 'other' as const,
    bytes: count * entryBytes,
    basis: 'byReference' as const,
  }));
}
