/**
 * The oldest glibc that has all of these symbol versions (`GLIBC_2.34`): the highest one; null: none is of glibc. A
 * number that is not one of a release (`GLIBC_PRIVATE`) is ignored. Pure.
 */
export function oldestGlibc(versions: Iterable<string>): string | null {
  let highest: number[] | null = null;
  for (const version of versions) {
    const numbers = glibcNumbers(version);
    if (numbers && (!highest || compare(numbers, highest) > 0)) highest = numbers;
  }
  return highest?.join('.') ?? null;
}

/** Not a number, but since glibc 2.36 the mark of programs with packed relocations (`DT_RELR`). */
const packedRelocations = 'GLIBC_ABI_DT_RELR';

function glibcNumbers(version: string): number[] | null {
  if (version === packedRelocations) return [2, 36];
  const found = /^GLIBC_(\d{1,4}(?:\.\d{1,4}){1,2})$/.exec(version)?.[1];
  return found?.split('.').map(Number) ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
