import type { BuildDetail } from '#contract/build';
import type { DoctorFinding } from '#contract/doctor';
import { failure, type Failure } from '#contract/failure';
import type { Budget } from './budget.ts';
import { hasModule } from './sizes.ts';

/**
 * What a budget names and no checked program has, because it may be misspelt: the program, or the module. A budget of 0 bytes is
 * meant for modules that are not there. Pure.
 */
export function unused(budget: Budget, checked: readonly BuildDetail[], file: string): DoctorFinding[] {
  const { program, part, max } = budget;
  const programs = checked.filter(({ subject }) => program === null || program === subject);
  if (program !== null && programs.length === 0) {
    const known = checked.map(({ subject }) => subject);
    return [
      finding(failure('budget.no-program', { program, known }), `program = "${program}"`, budget, file),
    ];
  }
  if (part.kind !== 'module' || max === 0 || programs.some((each) => hasModule(each, part.name))) return [];
  return [
    finding(failure('budget.no-module', { module: part.name }), `module = "${part.name}"`, budget, file),
  ];
}

function finding({ code, params }: Failure, value: string, { line }: Budget, file: string): DoctorFinding {
  return {
    id: `${code.replace('.', '-')}:${line}`,
    check: 'budget',
    severity: 'info',
    reason: { code, params },
    evidence: [{ file, line, value }],
    fix: null,
  };
}
