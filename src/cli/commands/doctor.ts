import path from 'node:path';
import type { DoctorReport } from '#contract/doctor';
import { formatDuration } from '#contract/units';
import { answer, failureJson } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import type { Options, Registrar } from '../program.ts';
import { codeOf, countsIn, findingLines, reportJson, severities } from '../words/doctor.ts';
import { plain } from '../words/plain.ts';
import { examine } from './doctor-examine.ts';
import { fixThem } from './doctor-fix.ts';

function reportText({ findings, checks }: DoctorReport, ms: number, host: Host): string {
  const { doctor: text } = host.text;
  const groups = severities.flatMap((severity) => {
    const those = findings.filter((each) => each.severity === severity);
    if (those.length === 0) return [];
    const each = those.map((finding) => findingLines(finding, host).join('\n'));
    return [`${paint.strong(text.severity[severity])}\n\n${each.join('\n\n')}`];
  });
  const silent = checks.flatMap(({ check, unknown }) => {
    if (unknown === null) return [];
    const { message, hint } = failureJson(unknown, host.locale);
    return [`${paint.warn('●')} ${check}: ${plain(message)} ${paint.faint(hint)}`];
  });
  const took = formatDuration(ms, host.locale);
  const isWell = findings.length + silent.length === 0;
  const counts = [
    countsIn(findings, host),
    ...(silent.length > 0 ? [`${text.unknown}: ${silent.length}`] : []),
  ];
  const canFix = findings.some(({ fix, severity }) => fix?.kind === 'apply' && severity !== 'info');
  return [
    ...groups,
    ...(silent.length > 0 ? [`${paint.strong(text.unknown)}\n\n${silent.join('\n')}`] : []),
    isWell
      ? paint.good(text.well(checks.length, took))
      : text.found(counts.filter(Boolean).join(host.text.common.comma), checks.length, took),
    ...(canFix ? [paint.faint(text.fixAll)] : []),
  ].join('\n\n');
}

async function doctor(host: Host, [given]: string[], options: Options): Promise<number> {
  const dir = path.resolve(host.system.cwd, given ?? '.');
  const started = performance.now();
  const report = await examine(host, dir);
  const ms = Math.round(performance.now() - started);
  const wanted: unknown = options['fix'];
  if (wanted !== undefined)
    return fixThem(host, dir, report, Array.isArray(wanted) ? wanted.map(String) : null);
  answer(host, reportJson(report, host), () => reportText(report, ms, host));
  return codeOf(report.findings);
}

/** Adds `burrow doctor`. */
export function doctorCommands(to: Registrar): void {
  const { help } = to.text.doctor;
  to.add('doctor', help.summary, doctor, (command) =>
    command.argument('[dir]', help.dir).option('--fix [ids...]', help.fix),
  );
}
