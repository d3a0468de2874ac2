import type { BuildDetail } from '#contract/build';
import type { DoctorFinding } from '#contract/doctor';
import { failure, type Failure } from '#contract/failure';
import type { Budget } from './budget.ts';
import { hasModule } from './sizes.ts';

/**
 * What a budget names and no checked program has, because it may be misspelt: the program, or the module. A budget for no
 * program guards nothing, which is a warning if `all` programs of the project are checked. A budget of 0 bytes is meant for modules that
 * are not there. Pure.
 */
export function unused(
  budget: Budget,
  checked: readonly BuildDetail[],
  { file, all }: { file: string; all: boolean },
): DoctorFinding[] {
  const { program, part, max } = budget;
  const programs = checked.filter(({ subject }) => program === null || program === subject);
  if (program !== null && programs.length === 0) {
    const known = checked.map(({ subject }) => subject);
    const reason = failure('budget.no-program', { program, known });
    return [finding(all ? 'warning' : 'info', reason, `program = "${program}"`, budget, file)];
  }
  if (part.kind !== 'module' || max === 0 || programs.some((each) => hasModule(each, part.name))) return [];
  const reason = failure('budget.no-module', { module: part.name });
  return [finding('info', reason, `module = "${part.name}"`, budget, file)];
}

function finding(
  severity: DoctorFinding['severity'],
  { code, params }: Failure,
  value: string,
  { line }: Budget,
  file: string,
): DoctorFinding {
  return {
    id: `${code.replace('.', '-')}:${line}`,
    check: 'budget',
    severity,
    reason: { code, params },
    evidence: [{ file, line, value }],
    fix: null,
  };
}
