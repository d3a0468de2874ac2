import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { type Tally, tallyFileVariable } from './tally.ts';

/** Counts for tests/run.ts, beside the reporter that people read. */
export default class TallyReporter implements Reporter {
  private tests: Suite | undefined;
  private errors: TestError[] = [];

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite;
  }

  /** Errors outside of any test, such as a file that does not load. */
  onError(error: TestError): void {
    this.errors.push(error);
  }

  onEnd(): void {
    const file = process.env[tallyFileVariable];
    if (file === undefined) return;
    const tally: Tally = { passed: 0, failed: this.errors.length, skipped: [] };
    for (const test of this.tests?.allTests() ?? []) count(test, tally);
    writeFileSync(file, JSON.stringify(tally));
  }
}

function count(test: TestCase, tally: Tally): void {
  const outcome = test.outcome();
  if (outcome === 'unexpected') tally.failed += 1;
  else if (outcome === 'skipped') {
    const name = test.titlePath().filter(Boolean).join(' > ');
    tally.skipped.push({ name, reason: reasonOf(test) });
  } else tally.passed += 1;
}

/** Tests after a failed one of a serial group are skipped without an annotation. */
function reasonOf(test: TestCase): string {
  const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (note === undefined) return 'did not run: one before it failed';
  return note.description ?? 'no reason given';
}
