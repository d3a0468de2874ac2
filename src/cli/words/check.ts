import type { BudgetReport } from '#contract/budgets';
import { formatBytes } from '#contract/units';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { findingLines } from './doctor.ts';
import { plain } from './plain.ts';

/** What is exceeded, then what could not be checked, then the programs and a line that says it all. */
export function checkWords({ programs, limits, findings }: BudgetReport, host: Host): string {
  const { check } = host.text;
  const titles = { error: check.exceeded, warning: check.unknown, info: check.notChecked };
  const groups = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const those = findings.filter((each) => each.severity === severity);
    if (those.length === 0) return [];
    const each = those.map((finding) => findingLines(finding, host).join('\n'));
    return [`${paint.strong(titles[severity])}\n\n${each.join('\n\n')}`];
  });
  const columns = [
    { title: check.program },
    { title: check.target },
    { title: check.build },
    { title: check.size, align: 'right' as const },
  ];
  const rows = programs.map(({ subject, target, id, artifact }) => [
    plain(subject),
    target ?? '',
    id ?? check.notRecorded,
    artifact === null ? '' : formatBytes(artifact.bytes, host.locale),
  ]);
  return [...groups, table(columns, rows), summary({ programs, limits, findings }, host)].join('\n\n');
}

function summary(
  { programs, limits, findings }: Pick<BudgetReport, 'programs' | 'limits' | 'findings'>,
  { text: { check } }: Host,
): string {
  const exceeded = findings.filter(({ severity }) => severity === 'error').length;
  const unknown = findings.filter(({ severity }) => severity === 'warning').length;
  if (exceeded > 0) return paint.bad(check.found(exceeded, limits, programs.length));
  if (unknown > 0) return paint.warn(check.notAll(unknown));
  if (limits === 0) return paint.warn(check.nothingChecked);
  return paint.good(check.kept(limits, programs.length));
}
