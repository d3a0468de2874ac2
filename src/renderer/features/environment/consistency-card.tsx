import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { queries } from '#shared/queries.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Tag } from '#ui/tag.tsx';
import { ConsistencyMatrix } from './consistency-matrix.tsx';
import { DifferenceList } from './difference-list.tsx';

/** Which Go each shell gives to programs; below it what differs, with its line and what can be done. */
export function ConsistencyCard({ onSetUp }: { onSetUp: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const home = useHome();
  const dir = useProject() ?? home;
  const options = orpc.consistency.show.queryOptions({ input: { dir: dir ?? '' } });
  // It starts every shell, so it is not repeated whenever the window gets the focus.
  const { data, error, isFetching, refetch } = useQuery({
    ...options,
    enabled: dir !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useChangedProfiles(() => void refetch());
  // On Windows there is none.
  if (data?.shells.every(({ shell }) => shell === null)) return null;
  const count = data?.differences.length ?? 0;
  const isSame = data?.shells.every(({ shell, unknown }) => shell === null || unknown === undefined);
  const cancel = () => void queries.cancelQueries({ queryKey: options.queryKey });
  return (
    <Card
      title={t('consistency.title')}
      beside={
        count > 0 ? (
          <Tag tone="warn">{t('consistency.differ', { count })}</Tag>
        ) : isSame ? (
          <Tag tone="ok">{t('consistency.same')}</Tag>
        ) : null
      }
      aside={
        isFetching ? (
          <Button onClick={cancel}>{t('common.cancel')}</Button>
        ) : (
          <Button onClick={() => void refetch()}>
            {t(data === undefined ? 'consistency.check' : 'consistency.checkAgain')}
          </Button>
        )
      }
      className="pb-1.5"
    >
      <p role="status" className="-mt-1.5 mb-2.5 text-sm text-muted">
        {t(isFetching ? 'consistency.checking' : 'consistency.hint')}
      </p>
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} className="pb-2.5" />
      ) : data === undefined && !isFetching ? (
        <p className="pb-2.5 text-muted">{t('consistency.notChecked')}</p>
      ) : (
        <ConsistencyMatrix found={data} />
      )}
      {data ? <DifferenceList found={data} home={home} onSetUp={onSetUp} /> : null}
    </Card>
  );
}

/** Calls `onChange` when Burrow has changed a profile, or undone that. */
function useChangedProfiles(onChange: () => void): void {
  const { data } = useQuery(orpc.shell.journal.queryOptions());
  const newest = data && (data.entries[0]?.id ?? null);
  const before = useRef<string | null>(undefined);
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    if (newest === undefined) return;
    if (before.current !== undefined && before.current !== newest) changed();
    before.current = newest;
  }, [newest]);
}
