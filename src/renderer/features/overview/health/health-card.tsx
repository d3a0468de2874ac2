import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome, useProject } from '#shared/projects/index.ts';
import type { GoPlaces } from '#contract/consistency';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { headlineOf, newTerminal } from './headline.ts';
import { OtherPlaces } from './other-places.tsx';
import { Problems } from './problems.tsx';
import { TerminalGo } from './terminal-go.tsx';
import { usePlaces } from './use-places.ts';

/** Whether all is well: which Go a new terminal runs, and what the doctor found. `canSetUp`: as of TerminalGo. */
export function HealthCard({ canSetUp }: { canSetUp: boolean }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const dir = useProject() ?? home;
  const { data, error, isFetching, refetch } = usePlaces();
  const again = (
    <Button variant="quiet" className="-my-1.5 -mr-2" disabled={isFetching} onClick={() => void refetch()}>
      {t('overview.health.again')}
    </Button>
  );
  return (
    <Card
      quietTitle
      title={
        <InlineText
          text={t('overview.health.title', { path: dir === undefined ? '' : tildePath(dir, home) })}
          codeClass="font-medium break-all"
        />
      }
      aside={again}
      className="mb-3.5"
    >
      <div className="grid min-h-[136px] grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)] gap-x-8 gap-y-5 max-[1020px]:grid-cols-1">
        {error ? (
          <FailureNote error={error} />
        ) : data === undefined ? (
          <Asking />
        ) : (
          <Terminal places={data} canSetUp={canSetUp} />
        )}
        <Problems />
      </div>
    </Card>
  );
}

function Terminal({ places, canSetUp }: { places: GoPlaces; canSetUp: boolean }): ReactElement {
  const { t } = useTranslation();
  const terminal = newTerminal(places);
  // On Windows no shell is asked.
  if (terminal === undefined) return <p className="text-muted">{t('overview.health.noShell')}</p>;
  return (
    <div className="min-w-0">
      <TerminalGo headline={headlineOf(terminal)} canSetUp={canSetUp} />
      <OtherPlaces places={places.places.filter((place) => place !== terminal)} />
    </div>
  );
}

function Asking(): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid content-start gap-3">
      <Skeleton className="h-[35px]! w-44" />
      <span className="text-sm text-muted">{t('overview.health.asking')}</span>
      <Skeleton className="w-1/2" />
    </div>
  );
}
