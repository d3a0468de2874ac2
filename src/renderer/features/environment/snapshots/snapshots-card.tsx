import { useMutation, useQuery } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showMessage } from '#ui/toast.tsx';
import { CompareDialog, type Sides } from './compare-dialog.tsx';
import { SnapshotRow } from './snapshot-row.tsx';

/** As many as fit without scrolling far. */
const shownAtFirst = 6;
/** As many as the history keeps. */
const limit = 200;

/** How the machine was set up for Go, newest first, with what had changed; any two can be compared. */
export function SnapshotsCard(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.snapshots.list.queryOptions({ input: { limit } }));
  const [showsAll, setShowsAll] = useState(false);
  const [sides, setSides] = useState<Sides | null>(null);
  const take = useMutation({
    mutationFn: async () => {
      const kept = await client.snapshots.keep({});
      await refresh(orpc.snapshots.list.key());
      return kept;
    },
    onSuccess: ({ id, isNew }) => showMessage(t(isNew ? 'snapshots.kept' : 'snapshots.unchanged', { id })),
  });
  const button = (
    <Button onClick={() => take.mutate()} disabled={take.isPending}>
      {t(take.isPending ? 'snapshots.taking' : 'snapshots.take')}
    </Button>
  );
  const all = data?.snapshots ?? [];
  const isEmpty = data !== undefined && all.length === 0;
  return (
    <Card id="snapshots" title={t('snapshots.title')} aside={isEmpty ? null : button} className="pb-1.5">
      {error ? <FailureNote error={error} onRetry={() => void refetch()} className="mb-2" /> : null}
      {take.error ? <FailureNote error={take.error} className="mb-2" /> : null}
      {data === undefined && !error ? <Skeleton className="mb-2.5 h-16 w-full" /> : null}
      {isEmpty ? (
        <EmptyState
          icon={<History size={20} aria-hidden />}
          title={t('snapshots.emptyTitle')}
          actions={button}
        >
          {t('snapshots.empty')}
        </EmptyState>
      ) : null}
      {all.length === 0 ? null : (
        <>
          <p className="-mt-1.5 mb-2.5 text-sm text-muted">{t('snapshots.hint')}</p>
          <ol aria-label={t('snapshots.title')} className="-mx-2.5">
            {(showsAll ? all : all.slice(0, shownAtFirst)).map((each, index) => (
              <SnapshotRow
                key={each.id}
                kept={each}
                before={all[index + 1]?.id ?? null}
                onCompare={(a, b) => setSides({ a, b })}
              />
            ))}
          </ol>
        </>
      )}
      {showsAll || all.length <= shownAtFirst ? null : (
        <Button variant="quiet" className="mt-1" onClick={() => setShowsAll(true)}>
          {t('snapshots.showAll', { count: all.length })}
        </Button>
      )}
      {data && data.damaged.length > 0 ? (
        <p className="py-2 text-sm text-warn">{t('snapshots.damaged', { ids: data.damaged.join(', ') })}</p>
      ) : null}
      {sides ? <CompareDialog first={sides} kept={all} onClose={() => setSides(null)} /> : null}
    </Card>
  );
}
