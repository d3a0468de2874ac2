import type { TrendPoint } from '#contract/build-list';

/** A run of builds with the same Go. */
export interface GoSpan {
  goVersion: string;
  /** Positions halfway to the builds beside it. */
  from: number;
  to: number;
}

/** The runs of drawn builds with the same Go; builds whose Go is not known are in none. Pure. */
export function goSpans(points: readonly TrendPoint[]): GoSpan[] {
  const spans: GoSpan[] = [];
  for (const [index, { goVersion, position }] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (goVersion === null) continue;
    const to = after ? (position + after.position) / 2 : position + 0.5;
    const last = spans.at(-1);
    if (last && before?.goVersion === goVersion) last.to = to;
    else spans.push({ goVersion, from: before ? (before.position + position) / 2 : position - 0.5, to });
  }
  return spans;
}

/**
 * The index of the value that differs most from the one before, if by at least 2 % of itself and at least three times the
 * median change; else null. Values that are not known are left out. Pure.
 */
export function largestStep(values: readonly (number | null)[]): { at: number; change: number } | null {
  const known = values.flatMap((value, at) => (value === null ? [] : { value, at }));
  const steps = known.slice(1).map(({ value, at }, index) => ({
    at,
    value,
    change: value - (known[index]?.value ?? value),
  }));
  const sizes = steps.map(({ change }) => Math.abs(change)).toSorted((a, b) => a - b);
  const largest = sizes.at(-1) ?? 0;
  const median = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  const step = steps.find(({ change }) => Math.abs(change) === largest);
  if (!step || steps.length < 2 || largest === 0) return null;
  const isBig = largest >= 0.02 * step.value && largest >= 3 * median;
  return isBig ? { at: step.at, change: step.change } : null;
}

/** A range for the y axis. It spans at least 4 % of the largest value, so as not to exaggerate noise. Pure. */
export function valueRange(values: readonly (number | null)[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const room = Math.max((high - low) * 0.2, high * 0.02, 1);
  return [Math.max(0, low - room), high + room];
}
