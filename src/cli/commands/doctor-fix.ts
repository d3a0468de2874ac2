import type { DoctorFinding, DoctorReport, FixPreview, FixResult } from '#contract/doctor';
import { describeFailure, failure, isFailure } from '#contract/failure';
import { answer, failureJson } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { confirmed } from '../output/question.ts';
import { codeOf, countsIn, findingLines, reportJson } from '../words/doctor.ts';
import { plain } from '../words/plain.ts';
import { examine } from './doctor-examine.ts';

/**
 * Shows the change of each finding, asks, and makes it: of those with these ids, or (null) of all errors and warnings
 * that Burrow fixes. Notes are fixed only by their ids: what they tell may be meant. Then all is examined again.
 */
export async function fixThem(
  host: Host,
  dir: string,
  { findings }: DoctorReport,
  ids: readonly string[] | null,
): Promise<number> {
  const { doctor: text } = host.text;
  const wanted = chosen(host, findings, ids);
  const made: FixResult = { fixed: [], failed: [] };
  for (const finding of wanted) {
    const result = await fixOne(host, dir, finding);
    made.fixed.push(...(result?.fixed ?? []));
    made.failed.push(...(result?.failed ?? []));
  }
  const after = wanted.length === 0 ? { findings: [...findings], checks: [] } : await examine(host, dir);
  const failed = made.failed.map(({ finding, reason }) => ({
    finding,
    reason: failureJson(reason, host.locale),
  }));
  answer(host, { fixed: made.fixed, failed, ...reportJson(after, host) }, () => {
    if (wanted.length === 0) return text.nothingToFix;
    const left = after.findings.filter(({ severity }) => severity !== 'info');
    return left.length === 0 ? paint.good(text.noneLeft) : text.left(countsIn(left, host));
  });
  return made.failed.length > 0 ? exitCode.failed : codeOf(after.findings);
}

/** Failures: usage.invalid, where an id is none of a finding that Burrow fixes. */
function chosen(
  host: Host,
  findings: readonly DoctorFinding[],
  ids: readonly string[] | null,
): DoctorFinding[] {
  const fixable = findings.filter(({ fix }) => fix?.kind === 'apply');
  if (ids === null) return fixable.filter(({ severity }) => severity !== 'info');
  return ids.map((id) => {
    const found = fixable.find((each) => each.id === id);
    if (found) return found;
    throw failure('usage.invalid', { detail: host.text.doctor.noSuch(plain(id)), see: 'burrow doctor' });
  });
}

/** null: it is not wanted, or no longer there. */
async function fixOne(host: Host, dir: string, finding: DoctorFinding): Promise<FixResult | null> {
  const { doctor: text } = host.text;
  const { signal, locale } = host;
  const ids = [finding.id];
  let shown: FixPreview;
  try {
    shown = await host.client.doctor.preview({ dir, ids }, { signal });
  } catch (error) {
    // What was fixed before has taken it along.
    if (isFailure(error, 'doctor.finding-unknown')) return null;
    throw error;
  }
  if (!host.json) host.remark(previewText(finding, shown, host));
  if (!(await confirmed(host, text.confirm, 'burrow doctor --help'))) {
    host.remark(text.skipped);
    return null;
  }
  const result = await host.client.doctor.fix({ dir, id: shown.id, ids }, { signal });
  for (const { entries } of result.fixed) {
    host.remark(
      [paint.good(text.fixed), ...entries.map((entry) => paint.faint(text.undo(entry)))].join('\n'),
    );
  }
  for (const { reason } of result.failed) {
    const { message, hint } = describeFailure(reason, locale);
    host.remark(`${paint.bad(plain(message))}\n${hint}`);
  }
  return result;
}

function previewText(finding: DoctorFinding, { fixes }: FixPreview, host: Host): string {
  const [title = ''] = findingLines(finding, host);
  const changes = fixes.flatMap(({ does, files }) => [
    ...(does === null ? [] : [plain(describeFailure(does, host.locale).hint)]),
    ...files.map(({ diff }) => diffLines(diff).join('\n')),
  ]);
  return ['', title, ...changes].join('\n');
}
