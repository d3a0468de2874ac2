import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptSnapshot, SnapshotRef } from '#contract/snapshots';
import { formatMoment } from '#contract/units';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field } from '#ui/field.tsx';
import { type Choice, Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { ChangeList } from './change-list.tsx';
import { FileField } from './file-field.tsx';

/** What is compared: the ids of snapshots, `now` or `file`. */
export interface Sides {
  a: string;
  b: string;
}

/** Compares any two snapshots: those in the history, the machine as it is now, and a file of another machine. */
export function CompareDialog({
  first,
  kept,
  onClose,
}: {
  /** What is compared first. */
  first: Sides;
  kept: readonly KeptSnapshot[];
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const [sides, setSides] = useState(first);
  const [file, setFile] = useState('');
  const { a, b } = sides;
  const hasFile = a === 'file' || b === 'file';
  const isReady = a !== b && (!hasFile || file.trim() !== '');
  const refOf = (side: string): SnapshotRef => {
    if (side === 'now') return { from: 'now' };
    if (side === 'file') return { from: 'text', name: t('snapshots.dialog.fileName'), text: file };
    return { from: 'history', id: side };
  };
  const compared = useQuery({
    ...orpc.snapshots.compare.queryOptions({ input: { a: refOf(a), b: refOf(b) } }),
    enabled: isReady,
    gcTime: 0,
    // The dialog shows one moment: how the machine is now is not asked again while someone reads.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const choices: Choice<string>[] = [
    { value: 'now', label: t('snapshots.dialog.now') },
    ...kept.map(({ id, takenAt, go }) => ({
      value: id,
      label: `${id} · ${formatMoment(takenAt, locale, now)}`,
      hint: go ?? t('snapshots.noGo'),
    })),
    { value: 'file', label: t('snapshots.dialog.file') },
  ];
  const missing =
    a === b ? t('snapshots.dialog.sameChoice') : isReady ? null : t('snapshots.dialog.needsFile');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('snapshots.dialog.title')}
      description={t('snapshots.dialog.hint')}
      size="large"
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {(['a', 'b'] as const).map((side) => {
          const label = t(side === 'a' ? 'snapshots.dialog.from' : 'snapshots.dialog.to');
          return (
            <Field key={side} id={`snapshot-${side}`} label={label}>
              <Select
                id={`snapshot-${side}`}
                value={sides[side]}
                onChange={(value) => setSides({ ...sides, [side]: value })}
                choices={choices}
                label={label}
                className="w-full"
              />
            </Field>
          );
        })}
      </div>
      {hasFile ? <FileField text={file} onChange={setFile} /> : null}
      <div aria-live="polite" className="mt-3">
        {missing !== null ? (
          <p className="text-muted">{missing}</p>
        ) : compared.error ? (
          <FailureNote error={compared.error} onRetry={() => void compared.refetch()} />
        ) : compared.isFetching || compared.data === undefined ? (
          <div role="status" aria-label={t('snapshots.dialog.comparing')}>
            <Skeleton className="h-24 w-full" />
          </div>
        ) : (
          <ChangeList changes={compared.data.changes} />
        )}
      </div>
    </Dialog>
  );
}
