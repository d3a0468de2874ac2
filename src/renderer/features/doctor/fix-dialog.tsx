import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorFinding } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { client, orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath, tildeText } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { leaveOut, showFixed } from './show-fixed.ts';

/** Shows what fixing a finding would change, and does it. */
export function FixDialog({
  finding,
  onClose,
}: {
  finding: DoctorFinding;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const dir = useProject() ?? home ?? '';
  const ids = [finding.id];
  // What is shown is what is done, so it is read anew for each dialog and stays until it closes.
  const preview = useQuery(
    orpc.doctor.preview.queryOptions({
      input: { dir, ids },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const fix = useMutation({
    mutationFn: (id: string) => client.doctor.fix({ dir, id, ids }),
    onSuccess: ({ fixed, failed }) => {
      onClose();
      for (const { reason } of failed) {
        const { message, hint } = describeFailure(reason, locale);
        showFailure(`${t('doctor.notFixed')}: ${message}`, hint);
      }
      if (fixed.length === 0) return;
      leaveOut(fixed.map((each) => each.finding));
      showFixed(
        t,
        fixed.flatMap(({ entries }) => entries),
        locale,
      );
    },
  });
  const fixes = preview.data?.fixes ?? [];
  const changes = fixes.filter(({ does, files }) => does !== null || files.length > 0);
  const error = fix.error ?? preview.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('doctor.fixTitle')}
      description={<InlineText text={tildeText(describeFailure(finding.reason, locale).message, home)} />}
      size="large"
      isText
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            disabled={changes.length === 0 || fix.isPending}
            onClick={() => preview.data && fix.mutate(preview.data.id)}
          >
            {t('doctor.fix')}
          </Button>
        </>
      }
    >
      {error ? <FailureNote error={error} onRetry={() => void preview.refetch()} className="mb-3" /> : null}
      {preview.data === undefined && !error ? <Skeleton className="h-24 w-full" /> : null}
      {preview.data && changes.length === 0 ? <p>{t('doctor.nothingToChange')}</p> : null}
      {changes.map(({ finding: id, does, files }) => (
        <div key={id} className="grid gap-2.5">
          {does ? (
            <p>
              <InlineText text={tildeText(describeFailure(does, locale).hint, home)} />
            </p>
          ) : null}
          {files.map(({ path, diff }) => (
            <section key={path} className="min-w-0">
              <h3 className="mb-1 font-mono text-xs break-all text-muted">{tildePath(path, home)}</h3>
              <Diff diff={diff} label={tildePath(path, home)} />
            </section>
          ))}
        </div>
      ))}
    </Dialog>
  );
}
