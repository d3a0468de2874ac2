import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';
import { recordEvent, recordFigures } from './events.ts';
import { reasonOf, skipReason } from './reason.ts';

/** Records events for tests/run.ts, in addition to the reporter for people. */
export default class EventReporter implements Reporter {
  private failures = 0;

  onTestModuleStart(module: TestModule): void {
    recordEvent({ type: 'started', id: module.id, name: module.relativeModuleId });
  }

  onTestCaseReady(test: TestCase): void {
    recordEvent({ type: 'started', id: test.id, name: nameOf(test) });
  }

  onTestCaseResult(test: TestCase): void {
    const { id } = test;
    const name = nameOf(test);
    const ms = test.diagnostic()?.duration ?? 0;
    const result = test.result();
    if (result.state === 'passed') recordEvent({ type: 'passed', id, name, ms });
    else if (result.state === 'failed') {
      recordEvent({ type: 'failed', id, name, ms, reason: reasonOf(result.errors, test.meta().unreachable) });
    } else {
      const note = result.state === 'skipped' ? result.note : undefined;
      recordEvent({ type: 'skipped', id, name, reason: skipReason(note ?? failedHook(test)) });
    }
  }

  onUserConsoleLog({ content, taskId = 'none' }: UserConsoleLog): void {
    recordFigures(taskId, content);
  }

  /** Errors of hooks that belong to a group of tests. */
  onTestSuiteResult(suite: TestSuite): void {
    this.fail(`${suite.module.relativeModuleId} > ${suite.fullName}`, suite.errors());
  }

  /** Errors of a file's own hooks, or of loading it. */
  onTestModuleEnd(module: TestModule): void {
    recordEvent({ type: 'closed', id: module.id });
    this.fail(module.relativeModuleId, module.errors());
  }

  /** An error outside of any test counts as a failed test, or it would be lost. */
  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.fail('outside of any test', unhandled);
  }

  private fail(name: string, errors: readonly SerializedError[]): void {
    for (const error of errors) {
      this.failures += 1;
      recordEvent({ type: 'failed', id: `error-${this.failures}`, name, ms: 0, reason: reasonOf([error]) });
    }
  }
}

/** The reason, if a test did not run because a hook of its group or file failed. */
function failedHook(test: TestCase): string | undefined {
  let parent: TestSuite | TestModule = test.parent;
  while (parent.errors().length === 0) {
    if (parent.type === 'module') return undefined;
    parent = parent.parent;
  }
  return 'did not run: a hook failed';
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}
