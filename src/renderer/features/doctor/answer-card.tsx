import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorReport, DoctorSeverity } from '#contract/doctor';
import { formatDuration } from '#contract/units';
import { useArrived } from '#shared/doctor/index.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { Card } from '#ui/card.tsx';
import { tildePath } from '#ui/path.tsx';
import { Progress } from '#ui/progress.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';
import { severities } from './severities.ts';

const keys = { error: 'errors', warning: 'warnings', info: 'notes' } as const;

/** The answer in one line; while checks run, how far they are. */
export function AnswerCard({
  report,
  isExamining,
}: {
  /** undefined: there is none yet. */
  report: DoctorReport | undefined;
  isExamining: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Card>
      <div className="flex items-start gap-3">
        {report ? <Mark report={report} /> : <Skeleton className="size-6 rounded-full" />}
        <div className="min-w-0 flex-1">
          <p role="status" className="text-lg font-semibold">
            {report ? <Answer report={report} /> : <Skeleton className="w-48" />}
          </p>
          {isExamining ? <Tick total={report?.checks.length ?? null} /> : <Facts report={report} />}
        </div>
      </div>
      {isExamining ? (
        <Progress value={null} label={t('doctor.examining', { count: 0 })} className="mt-3" />
      ) : null}
    </Card>
  );
}

function countOf({ findings }: DoctorReport, severity: DoctorSeverity): number {
  return findings.filter((each) => each.severity === severity).length;
}

function Mark({ report }: { report: DoctorReport }): ReactElement {
  if (countOf(report, 'error') > 0) return <CircleAlert size={24} aria-hidden className="text-bad" />;
  const isUneasy = countOf(report, 'warning') > 0 || silentIn(report) > 0;
  if (isUneasy) return <TriangleAlert size={24} aria-hidden className="text-warn" />;
  return <CircleCheck size={24} aria-hidden className="text-ok" />;
}

function silentIn({ checks }: DoctorReport): number {
  return checks.filter(({ unknown }) => unknown !== null).length;
}

/** `2 errors, 1 warning`, or that there are none. */
function Answer({ report }: { report: DoctorReport }): string {
  const { t } = useTranslation();
  const counts = severities
    .map((severity) => ({ severity, count: countOf(report, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => t(`doctor.${keys[severity]}`, { count }));
  const silent = silentIn(report);
  if (silent > 0) counts.push(t('doctor.silent', { count: silent }));
  if (counts.length === 0) return t('doctor.well');
  const isWell = countOf(report, 'error') + countOf(report, 'warning') + silent === 0;
  return [...(isWell ? [t('doctor.wellBesides')] : []), ...counts].join(t('doctor.and'));
}

function Facts({ report }: { report: DoctorReport | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const project = useProject();
  if (!report) return null;
  // Side by side, all take as long as the slowest.
  const ms = Math.max(...report.checks.map((each) => each.ms), 0);
  const took = unbroken(formatDuration(ms, locale));
  return (
    <p className="mt-0.5 text-muted">
      {t('doctor.checks', { count: report.checks.length, took })}
      {project === null ? null : ` · ${t('doctor.folder', { folder: tildePath(project, home) })}`}
    </p>
  );
}

function Tick({ total }: { total: number | null }): ReactElement {
  const { t } = useTranslation();
  const reports = useArrived();
  const last = reports.at(-1);
  const done = t('doctor.examining', { count: reports.length });
  return (
    <p className="mt-0.5 truncate text-muted tabular-nums">
      {total === null ? done : `${done} / ${total}`}
      {last ? ` · ${t('doctor.last', { check: last.check })}` : null}
    </p>
  );
}
