import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildRun, RunRequest } from '#contract/build-runs';
import { Failure, type FailureCode } from '#contract/failure';
import { fractionDone, progressLine } from '#shared/installs/index.ts';
import { folderName } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { describeError } from '#ui/failure.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { Progress } from '#ui/progress.tsx';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { commandText } from './build-fields.ts';
import { RunLog } from './run-log.tsx';
import { RunSteps } from './run-steps.tsx';
import { cancelRun, dismissRun, isRunning, type ShownRun, startRun } from './runs.ts';
import { useRunTitle } from './use-run-title.ts';

/** One build: what it does, its steps and output, and what can be done with it. */
export function RunCard({
  run,
  output,
  onChange,
}: ShownRun & {
  /** Builds something like it. */
  onChange: (request: RunRequest) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const title = useRunTitle()(run);
  const goesOn = isRunning(run);
  const installs = goesOn && run.steps.at(-1)?.name === 'install';
  return (
    <Card
      title={title}
      beside={
        <span className="text-faint">
          {[folderName(run.request.dir), run.build && t('runs.recordedAs', { id: run.build.id })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
      aside={
        <>
          <Elapsed run={run} />
          {goesOn ? (
            <Button onClick={() => cancelRun(run.id)} disabled={run.state === 'cancelling'}>
              {t('builds.run.cancel')}
            </Button>
          ) : (
            <Ended run={run} onChange={onChange} />
          )}
        </>
      }
    >
      {goesOn ? <Progress value={installs ? fractionDone(run.install) : null} label={title} /> : null}
      <RunSteps run={run} />
      {installs ? <p className="num mt-1 text-muted">{progressLine(run.install, t, locale)}</p> : null}
      <code className="mt-2 block break-all text-muted">{commandText(run.request)}</code>
      {run.error ? (
        <FailureNote
          className="mt-3"
          error={new Failure({ code: run.error.code as FailureCode, params: run.error.params })}
        />
      ) : null}
      {/* What was built without a word needs none. */}
      {output !== '' && run.state !== 'succeeded' ? (
        <RunLog dir={run.request.dir} output={output} hasFailed={run.state === 'failed'} />
      ) : null}
    </Card>
  );
}

/** What can be done with a build that has ended. */
function Ended({ run, onChange }: { run: BuildRun; onChange: (request: RunRequest) => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const again = () => {
    startRun(run.request).catch((error: unknown) => {
      const { subject } = run.request;
      showFailure(t('runs.notStarted', { subject }), describeError(error, locale).message);
    });
  };
  return (
    <>
      <Button onClick={again}>{t('runs.again')}</Button>
      <Button onClick={() => onChange(run.request)}>{t('runs.change')}</Button>
      <Button variant="quiet" onClick={() => dismissRun(run.id)}>
        {t('builds.run.dismiss')}
      </Button>
    </>
  );
}

/** How long a build took, or takes, updated every second. */
function Elapsed({ run }: { run: BuildRun }): ReactElement {
  const [now, setNow] = useState(Date.now);
  const goesOn = run.durationMs === null;
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [goesOn]);
  const seconds = Math.max(0, Math.round((now - Date.parse(run.startedAt)) / 1000));
  return <Duration ms={run.durationMs ?? seconds * 1000} className="text-muted" />;
}
