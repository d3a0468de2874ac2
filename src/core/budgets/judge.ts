import { createHash } from 'node:crypto';
import type { BuildDetail } from '#contract/build';
import type { Comparison } from '#contract/comparison';
import type { DoctorFinding } from '#contract/doctor';
import { failure, type Failure, type FailureParams } from '#contract/failure';
import type { Budget } from './budget.ts';
import { type Sized, sizesOf } from './sizes.ts';

type Growth = FailureParams<'budget.grown'>;

/** What growth is measured against, once it was looked for. */
export interface Baseline {
  what: Growth['baseline'];
  /** null: there is none yet. */
  detail: BuildDetail | null;
  comparison: Pick<Comparison, 'change' | 'verdict' | 'modules'> | null;
}

/** What one budget says about one program. */
export interface Judgement {
  /** How many limits were compared. */
  limits: number;
  findings: DoctorFinding[];
}

/**
 * Judges a program by a budget that is for it. `file`: the path of burrow.toml. `baseline` is null if the budget limits no growth.
 * `id`: that of the build in the history; null: it is not there. Pure.
 */
export function judge(
  program: BuildDetail,
  id: string | null,
  budget: Budget,
  baseline: Baseline | null,
  file: string,
): Judgement {
  const { subject, target } = program;
  const sizes = sizesOf(program, budget.part);
  const named = { program: subject, target };
  if (sizes === null) {
    return {
      limits: 0,
      findings: [finding('warning', failure('budget.parts-unknown', named), budget, file)],
    };
  }
  const findings: DoctorFinding[] = [];
  let limits = 0;
  if (budget.max !== null) {
    const { max } = budget;
    // That nothing matches a pattern was checked too.
    limits += Math.max(1, sizes.length);
    for (const { part, bytes } of sizes.filter((size) => size.bytes > max)) {
      const reason = failure('budget.exceeded', { ...named, part, bytes, max });
      findings.push(finding('error', reason, budget, file, { part, values: [`${bytes} B`] }));
    }
  }
  if (budget.maxGrowth !== null && baseline !== null) {
    const why = whyNoGrowth(program, budget, baseline);
    if (why !== null || baseline.detail === null) {
      const reason = failure('budget.no-baseline', {
        ...named,
        baseline: baseline.what,
        why: why ?? 'no-build',
      });
      findings.push(finding('info', reason, budget, file));
    } else {
      const { grown, compared } = growths(sizes, sizesOf(baseline.detail, budget.part) ?? []);
      limits += compared;
      for (const { part, before, bytes, percent } of grown.filter((each) =>
        exceeds(each, budget.maxGrowth),
      )) {
        const reason = failure('budget.grown', {
          ...named,
          part,
          bytes,
          percent,
          limit: budget.maxGrowth,
          baseline: baseline.what,
          id: baseline.detail.id,
          comparison: part.kind === 'total' ? whole(baseline.comparison) : null,
          versions: part.kind === 'module' ? versionsOf(part.name, baseline.comparison) : null,
        });
        const values = [
          `${baseline.detail.id}: ${before} B`,
          `${id ?? program.artifact?.path}: ${before + bytes} B`,
        ];
        const command = id === null ? null : `burrow compare ${baseline.detail.id} ${id}`;
        findings.push(finding('error', reason, budget, file, { part, values, command }));
      }
    }
  }
  return { limits, findings };
}

/** Why growth cannot be told; null: it can. */
function whyNoGrowth(program: BuildDetail, { part }: Budget, { what, detail }: Baseline) {
  if (detail === null) return what.kind === 'last-tag' && what.name === null ? 'no-tag' : 'no-build';
  // A better reader finds more bytes of each module, which is no growth.
  if (part.kind === 'module' && detail.analysis !== program.analysis) return 'older-analysis';
  return part.kind !== 'total' && sizesOf(detail, part) === null ? 'older-analysis' : null;
}

/** null: it has the same one on both sides, or none. */
function versionsOf(module: string, comparison: Baseline['comparison']): Growth['versions'] {
  const found = comparison?.modules.find(({ path }) => path === module);
  if (!found || found.versionA === found.versionB) return null;
  return { versionA: found.versionA, versionB: found.versionB };
}

/** Without the long lists. */
function whole(comparison: Baseline['comparison']): Growth['comparison'] {
  return comparison && { change: comparison.change, verdict: comparison.verdict };
}

/** A program as a whole has no name. */
function nameOf({ part }: Sized): string {
  return part.kind === 'total' ? '' : part.name;
}

interface Grown extends Sized {
  before: number;
  percent: number | null;
}

/** How each part grew. One that the baseline does not have was 0 bytes. */
function growths(now: readonly Sized[], then: readonly Sized[]): { grown: Grown[]; compared: number } {
  const before = new Map(then.map((size) => [nameOf(size), size.bytes]));
  const grown = now.map((size) => {
    const was = before.get(nameOf(size)) ?? 0;
    const bytes = size.bytes - was;
    return { part: size.part, before: was, bytes, percent: was === 0 ? null : (bytes / was) * 100 };
  });
  return { grown, compared: grown.length };
}

/** What was nothing before grew by more than any percentage. */
function exceeds({ bytes, percent }: Grown, limit: Budget['maxGrowth']): boolean {
  if (limit === null) return false;
  if ('bytes' in limit) return bytes > limit.bytes;
  return percent === null ? bytes > 0 : percent > limit.percent;
}

function finding(
  severity: DoctorFinding['severity'],
  { code, params }: Failure,
  budget: Budget,
  file: string,
  shown: { part?: Budget['part']; values?: readonly string[]; command?: string | null } = {},
): DoctorFinding {
  const { part = budget.part, values = [], command = null } = shown;
  const about = JSON.stringify([params['program'], params['target'], part, budget.program, budget.written]);
  const hash = createHash('sha256').update(about).digest('hex').slice(0, 6);
  return {
    id: `${code.replace('.', '-')}:${hash}`,
    check: 'budget',
    severity,
    reason: { code, params },
    evidence: [
      { file, line: budget.line, value: budget.written },
      ...values.map((value) => ({ file: null, line: null, value })),
    ],
    fix: command === null ? null : { kind: 'command', command },
  };
}
