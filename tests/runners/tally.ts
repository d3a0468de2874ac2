import { readFile } from 'node:fs/promises';

interface SkippedTest {
  name: string;
  reason: string;
}

/** What one runner, or all of them together, did. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: SkippedTest[];
}

/** The variable that tells a reporter where to write its tally. */
export const tallyFileVariable = 'BURROW_TEST_TALLY';

export const passedOne: Tally = { passed: 1, failed: 0, skipped: [] };
export const failedOne: Tally = { passed: 0, failed: 1, skipped: [] };

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** The last line of every run. */
export function summaryLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/**
 * What a runner that ended with `exitCode` counts for. A runner that wrote no tally, or that failed although none
 * of its tests did, crashed: one more failure.
 */
export function judged(tally: Tally | null, exitCode: number | null): Tally {
  if (tally === null) return failedOne;
  return exitCode !== 0 && tally.failed === 0 ? addTallies([tally, failedOne]) : tally;
}

/** Null when there is none: the runner did not come to its end. */
export async function readTally(path: string): Promise<Tally | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Tally;
  } catch {
    return null;
  }
}
