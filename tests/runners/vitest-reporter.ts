import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { type Tally, tallyFileVariable } from './tally.ts';

/** Counts for tests/run.ts, beside the reporter that people read. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env[tallyFileVariable];
    if (file === undefined) return;
    // An error outside of any test counts like a failed test, or it would be lost.
    const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) countModule(module, tally);
    writeFileSync(file, JSON.stringify(tally));
  }
}

function countModule(module: TestModule, tally: Tally): void {
  tally.failed += module.errors().length;
  for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') tally.passed += 1;
    else if (result.state === 'failed') tally.failed += 1;
    else {
      const reason = (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
      tally.skipped.push({ name: `${module.relativeModuleId} > ${test.fullName}`, reason });
    }
  }
}
