import type { TestEvent } from './events.ts';

/** A test and why it failed or was skipped, in one line. */
export interface Remark {
  name: string;
  reason: string;
}

/** The results of one runner, or of all of them. */
export interface Tally {
  passed: number;
  failed: Remark[];
  skipped: Remark[];
  /** The durations of the tests that ran. */
  times: { name: string; ms: number }[];
  /** How many attacks and losses were tried, and how they ended, in lines. */
  figures: string[];
}

export const nothingRan: Tally = { passed: 0, failed: [], skipped: [], times: [], figures: [] };

export function passedOne(name: string, ms: number): Tally {
  return { ...nothingRan, passed: 1, times: [{ name, ms }] };
}

export function failedOne(name: string, reason: string): Tally {
  return { ...nothingRan, failed: [{ name, reason }] };
}

export function skippedOne(name: string, reason: string): Tally {
  return { ...nothingRan, skipped: [{ name, reason }] };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
    times: tallies.flatMap(({ times }) => times),
    figures: tallies.flatMap(({ figures }) => figures),
  };
}

/** Prefixes the names of all tests with `as`, because another runner ran the same tests. */
export function named(as: string, tally: Tally): Tally {
  const rename = <Test extends { name: string }>(tests: Test[]): Test[] =>
    tests.map((test) => ({ ...test, name: `${as}: ${test.name}` }));
  const { passed, failed, skipped, times } = tally;
  const figures = tally.figures.map((figure) => `${as}: ${figure}`);
  return { passed, failed: rename(failed), skipped: rename(skipped), times: rename(times), figures };
}

/** The last line of every run. */
export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
}

/** The slowest tests, slowest first, a line each. */
export function slowestLines({ times }: Tally, count: number): string[] {
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, count);
  return slowest.map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
}

/** The tally of the events of a run, and the tests that had started but not ended when the events stopped. */
export function tallyOf(events: readonly TestEvent[]): { tally: Tally; running: string[] } {
  const tally = structuredClone(nothingRan);
  // Vitest may report a start after the end that belongs to it.
  const ends = events.filter(({ type }) => type !== 'started' && type !== 'figure');
  const ended = new Set(ends.map(({ id }) => id));
  const running: string[] = [];
  for (const event of events) {
    if (event.type === 'started' && !ended.has(event.id)) running.push(event.name);
    if (event.type === 'figure') tally.figures.push(event.text);
    if (event.type === 'started' || event.type === 'closed' || event.type === 'figure') continue;
    const { name } = event;
    if (event.type === 'passed') tally.passed += 1;
    else tally[event.type].push({ name, reason: event.reason });
    if (event.type !== 'skipped') tally.times.push({ name, ms: event.ms });
  }
  // A file is not named if one of its tests is.
  const names = running.filter((name) => !running.some((other) => other.startsWith(`${name} > `)));
  return { tally, running: names };
}
