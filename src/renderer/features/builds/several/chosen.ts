/** The number of builds that can be compared at once. */
export const maxBuilds = 12;

/** The number in a build's id, by which builds are ordered. */
function order(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}

/** The ids of builds as they stand in an address, oldest first: `b1,b4,b7`. Pure. */
export function writeChosen(ids: readonly string[]): string {
  return oldestFirst(ids).join(',');
}

/** Reads what `writeChosen` has written, or somebody by hand: each once, at most twelve. Pure. */
export function readChosen(text: string): string[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  return [...new Set(ids)].slice(0, maxBuilds);
}

/** Pure. */
export function oldestFirst(ids: readonly string[]): string[] {
  return ids.toSorted((one, two) => order(one) - order(two));
}
