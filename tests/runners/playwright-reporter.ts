import { relative } from 'node:path';
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { recordEvent, recordFigures } from './events.ts';
import { reasonOf, skipReason } from './reason.ts';

/** Records events for tests/run.ts, in addition to the reporter for people. */
export default class EventReporter implements Reporter {
  private errors = 0;

  printsToStdio(): boolean {
    return false;
  }

  onTestBegin(test: TestCase): void {
    recordEvent({ type: 'started', id: test.id, name: nameOf(test) });
  }

  onTestEnd(test: TestCase, { duration: ms, errors }: TestResult): void {
    const { id } = test;
    const name = nameOf(test);
    const outcome = test.outcome();
    if (outcome === 'skipped') recordEvent({ type: 'skipped', id, name, reason: whySkipped(test) });
    else if (outcome !== 'unexpected') recordEvent({ type: 'passed', id, name, ms });
    else recordEvent({ type: 'failed', id, name, ms, reason: reasonOf(errors) });
  }

  onStdOut(chunk: string | Buffer, test?: TestCase | void): void {
    recordFigures(test?.id ?? 'none', chunk.toString());
  }

  /** Errors outside of any test, such as a file that does not load. */
  onError(error: TestError): void {
    this.errors += 1;
    const name = error.location ? relative('.', error.location.file) : 'outside of any test';
    recordEvent({ type: 'failed', id: `error-${this.errors}`, name, ms: 0, reason: reasonOf([error]) });
  }
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' > ');
}

/** Tests after a failed one of a serial group are skipped without an annotation. */
function whySkipped(test: TestCase): string {
  const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  if (note === undefined) return 'did not run: one before it failed';
  return skipReason(note.description);
}
