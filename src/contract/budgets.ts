import { z } from 'zod';
import { base } from './base.ts';
import { build } from './build.ts';
import { doctorFinding } from './doctor.ts';

const checkedProgram = build.pick({ subject: true, target: true, artifact: true }).extend({
  /** The build that was checked; null: a file that is not recorded. */
  id: z.string().nullable(),
});

export const budgetReport = z.object({
  /** The burrow.toml. */
  file: z.string(),
  /** By subject and target. */
  programs: z.array(checkedProgram),
  /** How many limits were compared with a size or a growth. */
  limits: z.number().int(),
  /**
   * `error`: a budget is exceeded; `warning`: whether it is, cannot be known; `info`: there is nothing to compare with yet. Errors first.
   */
  findings: z.array(doctorFinding),
});
export type BudgetReport = z.infer<typeof budgetReport>;

export const budgetsContract = {
  /**
   * Compares the programs of a project with the budgets in its burrow.toml, the nearest one from `dir` upwards: the newest
   * build of each subject for each target, or a program in a file, which is not recorded. Failures: budget.no-file,
   * budget.file-invalid, budget.nothing-built, those of reading the program.
   */
  check: base.input(z.object({ dir: z.string(), file: z.string().optional() })).output(budgetReport),
};
