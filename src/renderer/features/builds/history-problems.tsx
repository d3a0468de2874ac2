import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildRanges } from '#contract/build-ranges';
import { Failure, type FailureCode, type FailureData } from '#contract/failure';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** What the user must know about the history: what was repaired, and what cannot be shown. Offers its backups. */
export function HistoryProblems({
  notices,
  damaged,
  damagedProjects,
}: {
  notices: readonly { code: string; params: FailureData['params'] }[];
  /** Ids of builds, in ascending order. */
  damaged: readonly string[];
  damagedProjects: number;
}): ReactElement | null {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (notices.length === 0 && damaged.length === 0 && damagedProjects === 0) return null;
  return (
    <Card className="mb-3.5">
      <div className="flex items-start gap-3">
        <div className="grid min-w-0 flex-1 gap-2">
          {notices.map(({ code, params }) => (
            <FailureNote
              key={code + JSON.stringify(params)}
              error={new Failure({ code: code as FailureCode, params })}
            />
          ))}
          {damaged.length > 0 ? (
            <p role="alert" className="wrap-anywhere text-warn">
              {t('builds.damaged', { count: damaged.length, ids: buildRanges(damaged).join(', ') })}
            </p>
          ) : null}
          {damagedProjects > 0 ? (
            <p className="text-warn">{t('builds.damagedProjects', { count: damagedProjects })}</p>
          ) : null}
        </div>
        <Button onClick={() => setOpen(true)}>{t('builds.backups.open')}</Button>
      </div>
      <RestoreDialog open={open} onOpenChange={setOpen} />
    </Card>
  );
}
