import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupChoice } from '#contract/setup';
import { orpc } from '#shared/client.ts';
import { CancellableProgress } from '#shared/installs/index.ts';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { tildePath } from '#ui/path.tsx';
import { Progress } from '#ui/progress.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { cancelRun, isRunning, type Run, startRun, useRuns } from './runs.ts';
import { SaidReason } from './said.tsx';

/** What a choice would do, and the button that does it; then its progress, and what it did. */
export function StepAction({
  choice,
  action,
  always = false,
}: {
  choice: SetupChoice;
  /** The label of the button. */
  action: string;
  /** Also when the preview says that nothing would change. */
  always?: boolean;
}): ReactElement {
  const preview = useQuery(orpc.setup.preview.queryOptions({ input: choice }));
  const run = useRuns()[choice.step];
  const home = useHome();
  if (isRunning(run) && run) return <RunProgress run={run} label={action} />;
  const { does = [], files = [], obstacle = null, id } = preview.data ?? {};
  const isNothing = does.length === 0 && !always;
  return (
    <div className="grid min-w-0 gap-2.5">
      {preview.error ? <FailureNote error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data === undefined && !preview.error ? <Skeleton className="w-72" /> : null}
      {does.map((reason) => (
        <SaidReason key={JSON.stringify(reason)} reason={reason} />
      ))}
      {files.map(({ path, diff }) => (
        <div key={path} className="min-w-0">
          <code className="text-xs break-all">{tildePath(path, home)}</code>
          <Diff diff={diff} label={tildePath(path, home)} />
        </div>
      ))}
      {obstacle ? <SaidReason reason={obstacle} isProblem /> : null}
      <RunEnd run={run} />
      {isNothing ? null : (
        <span>
          <Button
            variant="primary"
            disabled={preview.data === undefined || obstacle !== null}
            onClick={() => void startRun(choice, id)}
          >
            {action}
          </Button>
        </span>
      )}
    </div>
  );
}

/** How a run goes, and a button that stops it. */
export function RunProgress({ run, label }: { run: Run; label: string }): ReactElement {
  const { t } = useTranslation();
  const { install, doing, state, choice } = run;
  const stop = () => cancelRun(choice.step);
  if (choice.step === 'toolchain') {
    return (
      <CancellableProgress
        label={label}
        progress={install}
        cancelling={state === 'cancelling'}
        onCancel={stop}
      />
    );
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-3">
      <Progress value={null} label={label} className="w-full max-w-48 min-w-24 flex-1" />
      {doing ? <SaidReason reason={doing} /> : null}
      <Button disabled={state === 'cancelling'} onClick={stop}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}

/** What a run did, or why it could not. */
export function RunEnd({ run }: { run: Run | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (run === undefined || isRunning(run)) return null;
  if (run.state === 'failed') return <FailureNote error={run.error} />;
  if (run.state === 'cancelled') return <p className="text-muted">{t('setup.cancelled')}</p>;
  return (
    <div role="status" className="grid gap-1">
      {run.notes.map((reason) => (
        <SaidReason key={JSON.stringify(reason)} reason={reason} />
      ))}
    </div>
  );
}
