import type { DoctorSeverity } from '#contract/doctor';

const ranks: Record<DoctorSeverity, number> = { error: 0, warning: 1, info: 2 };

/** Errors first; findings of one severity stay in their order. Pure. */
export function bySeverity<T extends { severity: DoctorSeverity }>(findings: readonly T[]): T[] {
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}
