import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorFinding } from '#contract/doctor';
import { stopExamining, useDoctor } from '#shared/doctor/index.ts';
import { Page } from '#shared/page.tsx';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { AnswerCard } from './answer-card.tsx';
import { ChecksCard } from './checks-card.tsx';
import { FindingsBySeverity } from './findings-by-severity.tsx';
import { FixDialog } from './fix-dialog.tsx';
import { TeachCard } from './teach-card.tsx';

/** Whether all is well with Go on this machine; what is not, each with what shows it and what can be done. */
export function DoctorPage(): ReactElement {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useDoctor();
  const [fixing, setFixing] = useState<DoctorFinding | null>(null);
  const isWell = data !== undefined && data.findings.length === 0;
  return (
    <Page
      title={t('shell.page.doctor')}
      actions={
        isFetching ? (
          <Button onClick={stopExamining}>{t('common.cancel')}</Button>
        ) : (
          <Button variant="primary" onClick={() => void refetch()}>
            {t('doctor.again')}
          </Button>
        )
      }
    >
      <div className="grid gap-3">
        {error && !isFetching ? <FailureNote error={error} onRetry={() => void refetch()} /> : null}
        <AnswerCard report={data} isExamining={isFetching} />
        {data ? <FindingsBySeverity findings={data.findings} onFix={setFixing} /> : null}
        {isWell ? <TeachCard /> : null}
        {data ? <ChecksCard report={data} /> : null}
      </div>
      {fixing ? <FixDialog finding={fixing} onClose={() => setFixing(null)} /> : null}
    </Page>
  );
}
