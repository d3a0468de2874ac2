import { type FailureCode, failureClass } from '#contract/failure';
import type { FailureClass } from '#contract/said';

/** The exit codes, which scripts depend on. `found`: a check found something. */
export const exitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  found: 3,
  notInstalled: 127,
  cancelled: 130,
} as const;

/** The shims also exit with 127 if there is no Go to run (resources/shims/go.sh). */
const ofClass: Record<FailureClass, number> = {
  usage: exitCode.usage,
  cancelled: exitCode.cancelled,
  'not-installed': exitCode.notInstalled,
  source: exitCode.failed,
  refused: exitCode.failed,
  unreadable: exitCode.failed,
  bug: exitCode.failed,
  failed: exitCode.failed,
};

/** The exit code of a command that ends with this failure. */
export function exitCodeOf(code: FailureCode): number {
  return ofClass[failureClass(code)];
}
