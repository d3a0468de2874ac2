import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryBackup } from '#contract/builds';
import { client, orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { describeError } from '#ui/failure.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes, Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { refreshBuilds } from './run/runs.ts';

/** Lists the backups of the history, and brings one back. */
export function RestoreDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const backups = useQuery({ ...orpc.builds.backups.queryOptions(), enabled: open });
  const undo = (name: string): void => {
    client.builds
      .restoreBackup({ name })
      .then(refreshBuilds)
      .catch((error: unknown) => showFailure(describeError(error, locale).message));
  };
  const restore = useMutation({
    mutationFn: (name: string) => client.builds.restoreBackup({ name }),
    onSuccess: async ({ keptAs, kept }) => {
      await refreshBuilds();
      onOpenChange(false);
      showMessage(t('builds.backups.restored'), {
        ...(kept > 0 ? { detail: t('builds.backups.stayed', { count: kept }) } : {}),
        undo: { label: t('common.undo'), run: () => undo(keptAs) },
      });
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('builds.backups.title')}
      description={t('builds.backups.hint')}
      footer={<Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>}
    >
      {backups.error || restore.error ? <FailureNote error={backups.error ?? restore.error} /> : null}
      {backups.data === undefined ? (
        backups.isError ? null : (
          <Skeleton className="h-24 w-full" />
        )
      ) : backups.data.backups.length === 0 ? (
        <p className="text-muted">{t('builds.backups.none')}</p>
      ) : (
        <ul className="divide-y divide-line-2">
          {backups.data.backups.map((backup) => (
            <BackupRow
              key={backup.name}
              backup={backup}
              isBusy={restore.isPending}
              onRestore={() => restore.mutate(backup.name)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function BackupRow({
  backup: { name, madeAt, bytes, sound, content },
  isBusy,
  onRestore,
}: {
  backup: HistoryBackup;
  isBusy: boolean;
  onRestore: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <Moment iso={madeAt} />
          {content === null ? <Tag tone="bad">{t('builds.backups.unreadable')}</Tag> : null}
          {content && !sound ? <Tag tone="warn">{t('builds.backups.unsound')}</Tag> : null}
        </span>
        <span className="block text-sm text-muted">
          {content ? t('builds.backups.builds', { count: content.builds }) : null}
        </span>
        <span className="block font-mono text-sm break-all text-faint">{name}</span>
      </span>
      <Bytes value={bytes} />
      <Button disabled={isBusy || content === null} onClick={onRestore}>
        {t('builds.backups.restore')}
      </Button>
    </li>
  );
}
