import type { DoctorFinding, DoctorReport, DoctorSeverity } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { failureJson } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { plain } from './plain.ts';

/** The places of a finding that are listed; `--json` has all. */
const maxEvidence = 5;

/** The worst first. */
export const severities: readonly DoctorSeverity[] = ['error', 'warning', 'info'];
const tones = { error: paint.bad, warning: paint.warn, info: paint.faint };

/** `2 errors, 1 warning`; empty: there are none. */
export function countsIn(findings: readonly DoctorFinding[], { text }: Host): string {
  return severities
    .map((severity) => ({ severity, count: findings.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => text.doctor.counted[severity](count))
    .join(text.common.comma);
}

/** What a finding is and shows, on several lines. */
export function findingLines(finding: DoctorFinding, { locale, text }: Host): string[] {
  const { id, severity, reason, evidence, fix } = finding;
  const { message, hint } = describeFailure(reason, locale);
  const places = evidence.slice(0, maxEvidence).map(({ file, line, value }) => {
    const place = file === null ? '' : line === null ? file : `${file}:${line}`;
    return [plain(place), plain(value)].filter(Boolean).join('  ');
  });
  const more = evidence.length - places.length;
  return [
    `${tones[severity]('●')} ${paint.strong(plain(message))}`,
    ...places.filter(Boolean).map((place) => `  ${place}`),
    ...(more > 0 ? [`  ${text.doctor.moreEvidence(more)}`] : []),
    ...hint
      .split('\n')
      .filter(Boolean)
      .map((line) => `  ${paint.faint(plain(line))}`),
    ...(fix?.kind === 'command' && !hint.includes(`\`${fix.command}\``)
      ? [`  ${paint.accent(text.doctor.run(plain(fix.command)))}`]
      : []),
    ...(fix?.kind === 'apply' ? [`  ${paint.accent(text.doctor.fixIt(id))}`] : []),
  ];
}

/** As `--json` has it. */
export function reportJson({ findings, checks }: DoctorReport, { locale }: Pick<Host, 'locale'>) {
  return {
    findings: findingsJson(findings, { locale }),
    checks: checks.map(({ check, ms, unknown }) => ({
      check,
      ms,
      unknown: unknown && failureJson(unknown, locale),
    })),
  };
}

/** Findings as `--json` has them. */
export function findingsJson(findings: readonly DoctorFinding[], { locale }: Pick<Host, 'locale'>) {
  return findings.map(({ id, check, severity, evidence, fix, reason }) => {
    const { message: title, hint: explanation } = describeFailure(reason, locale);
    return { id, check, severity, title, explanation, evidence, fix };
  });
}

/** Errors and warnings end the command with 3. */
export function codeOf(findings: readonly DoctorFinding[]): number {
  return findings.some(({ severity }) => severity !== 'info') ? exitCode.found : exitCode.done;
}
