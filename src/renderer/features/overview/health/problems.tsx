import { Link } from '@tanstack/react-router';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorFinding } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { useDoctor } from '#shared/doctor/index.ts';
import { useHome } from '#shared/projects/index.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildeText } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** How many are listed; the page of the doctor has all of them. */
const max = 3;

/** What the doctor found wrong with the machine, the worst first. */
export function Problems(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useDoctor();
  // Errors first.
  const problems = data?.findings.filter(({ severity }) => severity !== 'info') ?? [];
  const count = problems.length;
  const silent = data?.checks.filter(({ unknown }) => unknown !== null).length ?? 0;
  return (
    <section
      aria-label={t('overview.health.problems')}
      aria-busy={(!data && !error) || undefined}
      className="min-w-0"
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-2.5">
        <h3 className="font-semibold text-muted">{t('overview.health.problems')}</h3>
        {count > 0 ? <Tag tone={problems[0]?.severity === 'error' ? 'bad' : 'warn'}>{count}</Tag> : null}
        <Link to="/doctor" className="ml-auto rounded-[4px] font-medium text-accent hover:underline">
          {t('overview.health.doctor')}
        </Link>
      </div>
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Checking />
      ) : count === 0 ? (
        <p className="flex items-center gap-2">
          <CircleCheck size={15} aria-hidden className="shrink-0 text-ok" />
          {t('overview.health.noProblems')}
        </p>
      ) : (
        <ul className="grid gap-1.5">
          {problems.slice(0, max).map((finding) => (
            <Problem key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
      {count > max || silent > 0 ? (
        <p className="mt-1.5 text-sm text-muted">
          {[
            ...(count > max ? [t('overview.health.more', { count: count - max })] : []),
            ...(silent > 0 ? [t('overview.health.notChecked', { count: silent })] : []),
          ].join(' · ')}
        </p>
      ) : null}
    </section>
  );
}

function Problem({ finding: { severity, reason } }: { finding: DoctorFinding }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const message = tildeText(describeFailure(reason, useLocale()).message, home);
  return (
    <li className="flex min-w-0 items-baseline gap-2">
      <Tag tone={severity === 'error' ? 'bad' : 'warn'}>
        {t(severity === 'error' ? 'overview.health.error' : 'overview.health.warning')}
      </Tag>
      <span title={message.replaceAll('`', '')} className="line-clamp-3 min-w-0 wrap-anywhere">
        <InlineText text={message} />
      </span>
    </li>
  );
}

function Checking(): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid gap-2.5">
      <span className="text-sm text-muted">{t('overview.health.examining')}</span>
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
    </div>
  );
}
