import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '#ui/failure-note.tsx';
import { Progress } from '#ui/progress.tsx';
import type { Rebuild } from './rebuild-state.ts';

/** The progress of a rebuild, or its result. */
export function RebuildStatus({ rebuild }: { rebuild: Rebuild }): ReactElement {
  const { t } = useTranslation();
  const { state, results, latest, done, total, error } = rebuild;
  const count = (outcome: string): number =>
    [...results.values()].filter((result) => result.outcome === outcome).length;
  const [built, failed] = [count('rebuilt'), count('failed')];
  return (
    // Screen readers should not read out every line that Go writes.
    <div aria-live={state === 'running' ? 'off' : 'polite'} className="mb-2 space-y-1.5">
      {state === 'running' ? (
        <>
          <Progress value={total === 0 ? null : done / total} label={t('tools.dialog.title')} />
          <p className="num truncate text-sm text-muted">
            {latest?.type === 'waiting'
              ? t('tools.dialog.waiting')
              : latest === null
                ? t('tools.dialog.preparing')
                : [t('tools.dialog.progress', { done: done + 1, total }), latest.name, latest.line]
                    .filter(Boolean)
                    .join(' · ')}
          </p>
        </>
      ) : state === 'failed' ? (
        <FailureNote error={error} />
      ) : (
        <div className="flex flex-wrap gap-x-4">
          {state === 'stopped' ? <p className="font-medium">{t('tools.dialog.stopped')}</p> : null}
          {built > 0 ? (
            <p className="font-medium text-ok">{t('tools.dialog.done', { count: built })}</p>
          ) : null}
          {failed > 0 ? (
            <p className="font-medium text-bad">{t('tools.dialog.failed', { count: failed })}</p>
          ) : null}
        </div>
      )}
    </div>
  );
}
