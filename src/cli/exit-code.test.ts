import { expect, it } from 'vitest';
import '#contract/budget-failures';
import '#contract/image-comparison-failures';
import '#contract/image-contents-failures';
import '#contract/module-failures';
import '#contract/setup-failures';
import '#contract/doctor-failures';
import { failureClass, failureCodes } from '#contract/failure';
import type { FailureClass } from '#contract/said';
import { exitCodeOf } from './exit-code.ts';

const expected: Record<FailureClass, number> = {
  usage: 2,
  cancelled: 130,
  'not-installed': 127,
  source: 1,
  refused: 1,
  unreadable: 1,
  bug: 1,
  failed: 1,
};

it.each(failureCodes)('%s ends a command with the exit code of its class', (code) => {
  expect(exitCodeOf(code)).toBe(expected[failureClass(code)]);
});
