import type { TFunction } from 'i18next';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fractionDone, progressLine } from '#shared/installs/index.ts';
import { folderName } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { cancelRun, dismissRun, type Run, useRuns } from './runs.ts';

/** The time since `startedAt` (ms since the epoch), updated every second. */
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
  const locale = useLocale();
  const { dir, subject } = run.request;
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
  const title = titleOf(run, t);
  return (
    <Card
      title={title}
      beside={<span className="text-faint">{folderName(dir)}</span>}
      aside={
        <>
          <Elapsed startedAt={run.startedAt} />
          <Button onClick={() => cancelRun(run.id)} disabled={run.state === 'cancelling'}>
            {t('builds.run.cancel')}
          </Button>
        </>
      }
    >
      <Progress value={run.state === 'installing' ? fractionDone(run.install) : null} label={title} />
      {run.state === 'installing' ? (
        <p className="num mt-2 text-muted">{progressLine(run.install, t, locale)}</p>
      ) : null}
      {run.output ? (
        <pre
          tabIndex={0}
          aria-label={t('builds.run.output')}
          className="mt-3 flex max-h-40 flex-col-reverse overflow-auto rounded-control bg-panel-2 px-3 py-2 text-muted"
        >
          {run.output}
        </pre>
      ) : null}
    </Card>
  );
}

function titleOf({ state, request, install }: Run, t: TFunction): string {
  if (state === 'installing') return t('builds.run.installing', { version: install?.version ?? 'Go' });
  if (state === 'analysing') return t('builds.run.analysing');
  return t(state === 'cancelling' ? 'builds.run.cancelling' : 'builds.run.running', {
    subject: request.subject,
  });
}

/** The running builds, each with its output and a cancel button. Screen readers announce only their states. */
export function RunningBuilds(): ReactElement {
  const { t } = useTranslation();
  const runs = useRuns();
  const underWay = runs.filter(({ state }) => state !== 'failed');
  return (
    <>
      <div role="status" className="sr-only">
        {underWay.map((run) => (
          <p key={run.id}>{titleOf(run, t)}</p>
        ))}
      </div>
      {runs.length > 0 ? (
        <div className="mb-3.5 grid gap-3.5">
          {runs.map((run) => (
            <RunningBuild key={run.id} run={run} />
          ))}
        </div>
      ) : null}
    </>
  );
}
