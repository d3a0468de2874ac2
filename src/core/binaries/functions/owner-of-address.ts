import type { FunctionList } from './function-list.ts';

/** The package of the function at an address of the memory; null: there is none, or addresses are not known. */
export function ownerOfAddress(
  { base, starts, count, packages, packageOf }: FunctionList,
  address: number,
): string | null {
  const place = base === null ? -1 : address - base;
  if (place < (starts[0] ?? 0) || place >= (starts[count] ?? 0)) return null;
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return packages[packageOf[low] ?? 0] ?? null;
}
