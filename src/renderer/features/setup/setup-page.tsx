import '#contract/setup-failures';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Undo2 from 'lucide-react/icons/undo-2';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupStatus } from '#contract/setup';
import { neededSteps, type SetupStepId } from '#contract/setup-steps';
import { client, orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { beforeReady, nextStep } from './open-step.ts';
import { isRunning, resumeRun, useRuns } from './runs.ts';
import { StepBody } from './step-body.tsx';
import { StepRow } from './step-row.tsx';
import { summaryOf } from './summary.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** The guided set-up: the steps to a working `go` in a new terminal, each ticked once it was confirmed. */
export function SetupPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [undoes, setUndoes] = useState(false);
  const [isUndone, setIsUndone] = useState(false);
  // Looking starts shells, which write their answers to Burrow's folder: not after it was removed.
  const status = useQuery(orpc.setup.status.queryOptions({ staleTime: 10_000, enabled: !isUndone }));
  useEffect(resumeRun, []);
  // Where everything was undone, nothing is written again.
  const leaves = useRef(true);
  useEffect(() => {
    leaves.current = !isUndone;
  }, [isUndone]);
  useEffect(
    () => () => {
      if (leaves.current) void client.setup.leave().catch(() => undefined);
    },
    [],
  );
  const machine = useQuery(orpc.machine.show.queryOptions()).data;
  const steps = status.data?.steps ?? [];
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <Page
      title={t(machine?.os === 'darwin' ? 'setup.pageMac' : 'setup.page')}
      beside={
        steps.length > 0 && !isUndone ? <Tag>{t('setup.progress', { done, all: steps.length })}</Tag> : null
      }
      actions={
        <>
          <Button onClick={() => setUndoes(true)}>{t('setup.undoAll')}</Button>
          <Button onClick={() => void navigate({ to: '/' })}>
            {t(status.data?.needed === false ? 'setup.finish' : 'setup.later')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_320px] items-start gap-3.5 max-[1180px]:grid-cols-1">
        <Card>
          {isUndone ? (
            <EmptyState
              icon={<Undo2 size={20} aria-hidden />}
              title={t('setup.undoneAll')}
              actions={<Button onClick={() => setIsUndone(false)}>{t('setup.startAgain')}</Button>}
            />
          ) : status.error ? (
            <FailureNote error={status.error} onRetry={() => void status.refetch()} />
          ) : status.data ? (
            <Steps status={status.data} />
          ) : (
            <Waiting />
          )}
        </Card>
        <Card title={t('setup.script')}>
          <CommandLine text="burrow setup --yes" />
          <p className="mt-2 text-sm text-muted">
            <InlineText text={t('setup.scriptHint')} codeClass="whitespace-nowrap" />
          </p>
        </Card>
      </div>
      {undoes ? <UndoDialog onUndone={() => setIsUndone(true)} onClose={() => setUndoes(false)} /> : null}
    </Page>
  );
}

/** All steps, one of them open. */
function Steps({ status }: { status: SetupStatus }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const runs = useRuns();
  // undefined: the next one; null: the user closed it.
  const [chosen, setChosen] = useState<SetupStepId | null | undefined>();
  const passed = new Set(
    status.steps
      .filter(({ id, state }) => state === 'open' && runs[id]?.state === 'done')
      .map(({ id }) => id),
  );
  const running = status.steps.find(({ id }) => isRunning(runs[id]))?.id;
  const open = chosen === undefined ? (running ?? nextStep(status, passed) ?? 'seen') : chosen;
  const [first] = useState(open);
  const seen = status.steps.find(({ id }) => id === 'seen');
  const ready = isReady(status);
  return (
    <>
      <p className="text-lg font-semibold">
        {status.needed
          ? t('setup.answer.needed')
          : t('setup.answer.works', { version: (seen?.id === 'seen' && seen.shell?.version) || 'Go' })}
      </p>
      <p className="pb-3 text-muted">{t(status.needed ? 'setup.answer.how' : 'setup.answer.more')}</p>
      <ol>
        {status.steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={ready ? step : beforeReady(step)}
            number={index + 1}
            summary={summaryOf(step, { t, home })}
            isOpen={open === step.id}
            takesFocus={chosen === undefined && step.id !== first}
            onToggle={() => setChosen(open === step.id ? null : step.id)}
          >
            <StepBody step={step} status={status} isReady={ready} />
          </StepRow>
        ))}
      </ol>
    </>
  );
}

/** Whether everything that a new terminal needs is there, so that it can be tried. */
function isReady({ steps }: SetupStatus): boolean {
  return steps.every(({ id, state }) => id === 'seen' || !neededSteps.includes(id) || state === 'done');
}

function Waiting(): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid gap-4 py-2">
      <p className="text-muted">{t('setup.looking')}</p>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} className="w-72" />
      ))}
    </div>
  );
}
