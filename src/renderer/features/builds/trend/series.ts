import type { Build } from '#contract/build';
import { recordedBytes, seriesKey } from '#contract/series';

/** Builds whose sizes form one line in the chart. */
export interface Series {
  key: string;
  /** The newest build, which represents the series. */
  latest: Build;
  /** The builds with a size, oldest first. */
  builds: Build[];
}

/** Groups builds (newest first) into series, the most recent series first, without builds that have no size. */
export function seriesOf(builds: readonly Build[]): Series[] {
  const found = new Map<string, Series>();
  for (const build of builds) {
    if (recordedBytes(build) === null) continue;
    const key = seriesKey(build);
    const series = found.get(key);
    if (series) series.builds.unshift(build);
    else found.set(key, { key, latest: build, builds: [build] });
  }
  return [...found.values()];
}

/** The series to draw by default: the most recent one with several builds, else the most recent one. */
export function firstToDraw(series: readonly Series[]): Series | undefined {
  return series.find(({ builds }) => builds.length > 1) ?? series[0];
}

/**
 * The index of the build that changed the size most, if the change is at least 2 % of the size and at least three times
 * the median change; else null.
 */
export function largestStep(sizes: readonly number[]): number | null {
  const steps = sizes.slice(1).map((size, index) => Math.abs(size - (sizes[index] ?? size)));
  const largest = Math.max(0, ...steps);
  const median = steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
  const at = steps.indexOf(largest) + 1;
  const isBig = largest >= 0.02 * (sizes[at] ?? 0) && largest >= 3 * median;
  return steps.length > 1 && largest > 0 && isBig ? at : null;
}

/** Runs of builds with the same Go, as index ranges (both ends included) into `builds`. */
export function goSpans(builds: readonly Build[]): { goVersion: string; from: number; to: number }[] {
  const spans: { goVersion: string; from: number; to: number }[] = [];
  for (const [index, { goVersion }] of builds.entries()) {
    if (goVersion === null) continue;
    const last = spans.at(-1);
    if (last && last.goVersion === goVersion && last.to === index - 1) last.to = index;
    else spans.push({ goVersion, from: index, to: index });
  }
  return spans;
}

/** A range for the y axis, in bytes. It spans at least 4 % of the size, so as not to exaggerate noise. */
export function sizeRange(sizes: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const room = Math.max((high - low) * 0.2, high * 0.02, 1);
  return [Math.max(0, low - room), high + room];
}
