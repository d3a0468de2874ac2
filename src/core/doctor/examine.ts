import type { CheckReport, DoctorFinding, DoctorReport } from '#contract/doctor';
import type { Check, Found, Scene } from './checks/index.ts';
import { findingId } from './ids.ts';
import { type OnBug, type Ran, runCheck } from './run-check.ts';
import { bySeverity } from './severity.ts';

/**
 * Runs all checks side by side and yields each report as it comes; returns them in the order of `checks`, and all
 * findings, errors first. Changes nothing. Closing it, or `signal`, stops the checks that still run.
 */
export async function* examineWith(
  checks: readonly Check[],
  scene: Scene,
  { signal, onBug }: { signal?: AbortSignal | undefined; onBug: OnBug },
): AsyncGenerator<CheckReport, DoctorReport> {
  const own = new AbortController();
  const stop = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  const running = new Map(
    checks.map((check) => [check.name, runCheck(check, scene, stop, onBug).then(reportOf)] as const),
  );
  // If one throws, which only a stop makes them do, the others do so too, and nobody may be listening any more.
  for (const each of running.values()) each.catch(() => {});
  const reports = new Map<string, CheckReport>();
  try {
    while (running.size > 0) {
      const report = await Promise.race(running.values());
      running.delete(report.check);
      reports.set(report.check, report);
      yield report;
    }
  } finally {
    own.abort();
  }
  const inOrder = checks.flatMap(({ name }) => reports.get(name) ?? []);
  return {
    findings: bySeverity(inOrder.flatMap(({ findings }) => findings)),
    checks: inOrder.map(({ findings: _told, ...report }) => report),
  };
}

function reportOf({ check, ms, found, unknown }: Ran): CheckReport {
  return { check, ms, findings: found.map((each) => findingOf(check, each)), unknown };
}

/** What is found, without the functions that mend it. Pure. */
function findingOf(check: string, { about, severity, reason, evidence, fix }: Found): DoctorFinding {
  const shown =
    fix === null
      ? null
      : fix.kind === 'command'
        ? { kind: fix.kind, command: fix.command }
        : { kind: fix.kind };
  return { id: findingId(check, about), check, severity, reason, evidence, fix: shown };
}
