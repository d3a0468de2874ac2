/** Ids of builds in short: `b4`, `b7–b9`. They must be in ascending order. */
export function buildRanges(ids: readonly string[]): string[] {
  const numbers = ids.map((id) => Number(id.replace(/^\D+/, '')));
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `b${first}` : `b${first}–b${last}`));
}
