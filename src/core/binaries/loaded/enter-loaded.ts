import { Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type FunctionFacts, Packages } from '../functions/index.ts';
import { ownersOfData } from './data-owners.ts';
import type { Owned } from './owned.ts';
import { ownersOfTables } from './table-owners.ts';

/**
 * Enters what packages own of the function tables and data of a program. `release` is its Go 1 release; null: not known.
 * What cannot be read stays without an owner.
 */
export function enterLoaded(image: Image, functions: FunctionFacts, release: number | null): void {
  const { list, moduleData, inside, ledger, functionDataBytes } = functions;
  if (!list) return;
  const packages = new Packages(list.packages);
  const enter = (owned: () => Owned[]) => {
    for (const { owner, bucket, bytes, basis } of knownOf(owned)) {
      ledger.add(packages.list[owner] ?? '', bucket, bytes, basis);
    }
  };
  enter(() => ownersOfTables(list, packages, functionDataBytes));
  if (list.base === null || !image.bytes.littleEndian || image.bytes.pointerBytes !== 8) return;
  enter(() => ownersOfData({ image, list, moduleData, release: release ?? 99, inside, packages }));
}

function knownOf(owned: () => Owned[]): Owned[] {
  try {
    return owned();
  } catch (error) {
    if (error instanceof Damaged) return [];
    throw error;
  }
}
