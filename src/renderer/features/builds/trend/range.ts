/** Positions in a series, both included. */
export interface Range {
  from: number;
  to: number;
}

/** Fewer builds than these are not enlarged further. */
const minLength = 5;

/** All of a series of `total` builds. */
export function wholeOf(total: number): Range {
  return { from: 0, to: Math.max(0, total - 1) };
}

/** The range as it lies within a series; null: all of it. Pure. */
export function within({ from, to }: Range, total: number): Range | null {
  const last = wholeOf(total).to;
  const length = Math.min(Math.max(Math.round(to - from) + 1, minLength), total);
  const start = Math.min(Math.max(0, Math.round(from)), last - length + 1);
  return length >= total ? null : { from: start, to: start + length - 1 };
}

/** `factor` 0.5 shows half as many builds, 2 twice as many; the one at `about` stays where it is. Pure. */
export function zoomed(range: Range, total: number, factor: number, about: number): Range | null {
  const length = (range.to - range.from) * factor;
  const share = range.to > range.from ? (about - range.from) / (range.to - range.from) : 0.5;
  const from = about - share * length;
  return within({ from, to: from + length }, total);
}

/** As many builds, moved so that `position` is in the middle. Pure. */
export function moved(range: Range, total: number, position: number): Range | null {
  const half = (range.to - range.from) / 2;
  return within({ from: position - half, to: position + half }, total);
}
