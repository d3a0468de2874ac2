import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRequest } from '#contract/build-runs';
import { BuildDialog } from './build-dialog.tsx';
import { RunCard } from './run-card.tsx';
import { isRunning, useRuns } from './runs.ts';
import { useRunTitle } from './use-run-title.ts';

/** The builds that run or have ended, newest first, each with its output. Screen readers announce only their states. */
export function RunningBuilds(): ReactElement {
  const { t } = useTranslation();
  const runs = useRuns().toReversed();
  const titleOf = useRunTitle();
  const [changed, setChanged] = useState<RunRequest | null>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div role="status" className="sr-only">
        {runs
          .filter(({ run }) => isRunning(run))
          .map(({ run }) => (
            <p key={run.id}>{titleOf(run)}</p>
          ))}
      </div>
      {runs.length > 0 ? (
        <section aria-label={t('builds.run.title')} className="mb-3.5 grid gap-3.5">
          {runs.map((shown) => (
            <RunCard
              key={shown.run.id}
              {...shown}
              onChange={(request) => {
                setChanged(request);
                setOpen(true);
              }}
            />
          ))}
        </section>
      ) : null}
      {changed ? (
        <BuildDialog
          project={changed.dir}
          lastSubject={changed.subject}
          from={changed}
          open={isOpen}
          onOpenChange={setOpen}
        />
      ) : null}
    </>
  );
}
