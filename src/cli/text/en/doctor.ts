import type { DoctorSeverity } from '#contract/doctor';

const counted: Record<DoctorSeverity, (count: number) => string> = {
  error: (count) => (count === 1 ? '1 error' : `${count} errors`),
  warning: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
  info: (count) => (count === 1 ? '1 note' : `${count} notes`),
};

export const doctor = {
  help: {
    summary: 'find what is wrong with Go on this machine, and fix it; exit code 3 for errors and warnings',
    dir: 'examine the project of this folder as well (default: the current one)',
    fix: 'show each change, ask, and make it: for these findings, or for all errors and warnings',
  },
  severity: { error: 'Errors', warning: 'Warnings', info: 'Notes' } satisfies Record<DoctorSeverity, string>,
  counted,
  /** `ms`: formatted. */
  well: (checks: number, ms: string) => `All is well: ${checks} checks in ${ms}.`,
  found: (counts: string, checks: number, ms: string) => `${counts}; ${checks} checks in ${ms}.`,
  unknown: 'No answer',
  fixIt: (id: string) => `Fix: burrow doctor --fix ${id}`,
  run: (command: string) => `Run: ${command}`,
  moreEvidence: (count: number) => `… and ${count} more`,
  fixAll: 'To fix what Burrow can fix, one after the other: burrow doctor --fix',
  running: (done: number) => (done === 1 ? '1 check done' : `${done} checks done`),
  confirm: 'Make this change?',
  skipped: 'Not changed.',
  fixed: 'Fixed.',
  undo: (entry: string) => `To have it back: burrow shell undo ${entry}`,
  nothingToFix: 'There is nothing that Burrow fixes itself.',
  noSuch: (id: string) => `The doctor has no finding ${id} that Burrow fixes.`,
  left: (counts: string) => `Still there: ${counts}.`,
  noneLeft: 'No error and no warning is left.',
};
