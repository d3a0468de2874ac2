import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupUndoItem, SetupUndoResult } from '#contract/setup';
import { drain } from '#contract/streams';
import { formatBytes } from '#contract/units';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { tildePath } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { SaidReason } from './said.tsx';

/** Shows all that would be taken away and given back, and does it. */
export function UndoDialog({
  onUndone,
  onClose,
}: {
  onUndone: () => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  // What is shown is what is done, so it is read anew for each dialog.
  const preview = useQuery(
    orpc.setup.undoPreview.queryOptions({ gcTime: 0, staleTime: Number.POSITIVE_INFINITY }),
  );
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const undo = useMutation({
    mutationFn: async (id: string): Promise<SetupUndoResult> => {
      const events = await client.setup.undo({ id });
      const result = await drain(events, ({ path }) => setDone((all) => new Set([...all, path])));
      onUndone();
      await refresh(orpc.toolchains.key(), orpc.projects.key());
      return result;
    },
  });
  const items = undo.data?.items ?? preview.data?.items ?? [];
  const bytes = undo.data?.bytes ?? preview.data?.bytes ?? 0;
  const isEmpty = preview.data?.items.length === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !undo.isPending) onClose();
      }}
      title={undo.data ? t('setup.undoneAll') : t('setup.undoAction')}
      description={t('setup.undoHint', { size: formatBytes(bytes, locale) })}
      size="large"
      isText
      footer={
        undo.data ? (
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        ) : (
          <>
            <Button disabled={undo.isPending} onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              variant="danger"
              disabled={preview.data === undefined || isEmpty || undo.isPending}
              onClick={() => preview.data && undo.mutate(preview.data.id)}
            >
              {t('setup.undoAction')}
            </Button>
          </>
        )
      }
    >
      {undo.error ? <FailureNote error={undo.error} className="mb-3" /> : null}
      {preview.error ? (
        <FailureNote error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <Skeleton className="h-24 w-full" />
      ) : isEmpty ? (
        <p className="text-muted">{t('setup.nothingToUndo')}</p>
      ) : (
        <ul className="grid gap-2.5">
          {items.map((item) => (
            <UndoItem key={item.kind + item.path} item={item} isDone={done.has(item.path)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const tones = { restored: 'ok', deleted: 'bad', kept: 'neutral' } as const;

function UndoItem({ item, isDone }: { item: SetupUndoItem; isDone: boolean }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const { kind, path, fate, why, diff, bytes } = item;
  const shown = tildePath(path, home);
  return (
    <li className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-muted">{t(`setup.kind.${kind}`)}</span>
        <code className="font-medium break-all">{shown}</code>
        <Tag tone={tones[fate]}>{t(isDone ? `setup.fateDone.${fate}` : `setup.fate.${fate}`)}</Tag>
        {bytes === null ? null : <span className="num text-sm text-faint">{formatBytes(bytes, locale)}</span>}
      </p>
      {why ? <SaidReason reason={why} /> : null}
      {diff === '' ? null : <Diff diff={diff} label={shown} />}
    </li>
  );
}
