import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { cancelRun, dismissRun, type Run, useRuns } from './runs.ts';

/** Time since `startedAt`, ticking once a second. */
function Elapsed({ startedAt }: { startedAt: number }): ReactElement {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - startedAt) / 1000));
  return <Duration ms={seconds * 1000} className="text-muted" />;
}

function RunningBuild({ run }: { run: Run }): ReactElement {
  const { t } = useTranslation();
  const { subject } = run.request;
  if (run.state === 'failed') {
    return (
      <Card
        title={t('builds.run.failed', { subject })}
        aside={<Button onClick={() => dismissRun(run.id)}>{t('builds.run.dismiss')}</Button>}
      >
        <FailureNote error={run.error} />
      </Card>
    );
  }
  const title = run.state === 'analysing' ? t('builds.run.analysing') : t('builds.run.running', { subject });
  return (
    <Card
      title={title}
      aside={
        <>
          <Elapsed startedAt={run.startedAt} />
          <Button onClick={() => cancelRun(run.id)} disabled={run.state === 'cancelling'}>
            {t('builds.run.cancel')}
          </Button>
        </>
      }
    >
      <div className="h-1.5 overflow-hidden rounded-full bg-line-2" role="progressbar" aria-label={title}>
        <div className="h-full w-1/3 animate-slide rounded-full bg-accent" />
      </div>
      {run.output ? (
        <pre
          aria-label={t('builds.run.output')}
          className="mt-3 flex max-h-40 flex-col-reverse overflow-auto rounded-control bg-panel-2 px-3 py-2 text-sm text-muted"
        >
          {run.output}
        </pre>
      ) : null}
    </Card>
  );
}

/** Builds under way, each with its output and a way to end it. */
export function RunningBuilds(): ReactElement | null {
  const runs = useRuns();
  if (runs.length === 0) return null;
  return (
    <div className="mb-3.5 grid gap-3.5" aria-live="polite">
      {runs.map((run) => (
        <RunningBuild key={run.id} run={run} />
      ))}
    </div>
  );
}
