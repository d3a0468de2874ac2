import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Toolchain } from '#contract/toolchains';
import type { SmokeStep } from '#contract/upkeep';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { useSmokeTest } from './use-smoke-test.ts';

/** The steps in the order in which they run. */
const stepNames: readonly SmokeStep['name'][] = ['version', 'build', 'run', 'vet', 'test', 'race'];

/** Runs a smoke test of a toolchain while it is open, and shows the result of each step. */
export function SmokeDialog({
  toolchain,
  open,
  onOpenChange,
}: {
  toolchain: Toolchain;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { current, start } = useSmokeTest(toolchain, open);
  const { version } = toolchain;
  const running = current.state === 'running';
  const failed = toolchain.managed ? 'upkeep.smokeFailed' : 'upkeep.smokeFailedAdopted';
  const verdict = current.state === 'done' && current.passed ? 'upkeep.smokePassed' : failed;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('upkeep.smokeTitle', { version })}
      description={t('upkeep.smokeHint')}
      footer={
        <>
          {running ? null : <Button onClick={start}>{t('upkeep.smokeAgain')}</Button>}
          <Button onClick={() => onOpenChange(false)}>{t(running ? 'common.cancel' : 'common.close')}</Button>
        </>
      }
    >
      <div className="space-y-3">
        <ol aria-label={t('upkeep.smokeSteps')}>
          {stepNames.map((name, index) => (
            <Step
              key={name}
              name={name}
              ended={current.steps.find((step) => step.name === name)}
              running={running && index === current.steps.length}
            />
          ))}
        </ol>
        <div role="status">
          {current.state === 'failed' ? (
            <FailureNote error={current.error} />
          ) : current.state === 'done' ? (
            <p className={current.passed ? 'font-medium text-ok' : 'font-medium text-bad'}>
              {t(verdict, { version })}
            </p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function Step({
  name,
  ended,
  running,
}: {
  name: SmokeStep['name'];
  /** undefined until the step has ended. */
  ended: SmokeStep | undefined;
  /** Whether the step is running. */
  running: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <li className="border-t border-line-2 py-2 first:border-t-0">
      <div className="flex items-center gap-2.5">
        <StepIcon outcome={ended?.outcome} running={running} />
        <span className={running || (ended && ended.outcome !== 'skipped') ? 'font-medium' : 'text-faint'}>
          {t(`upkeep.smokeStep.${name}`)}
        </span>
        <span className="ml-auto text-right text-muted">
          {ended === undefined ? null : ended.because === null ? (
            <>
              <span className="sr-only">{t(`upkeep.smokeOutcome.${ended.outcome}`)} </span>
              <Duration ms={ended.durationMs} />
            </>
          ) : (
            t('upkeep.smokeSkipped', { because: t(`upkeep.smokeBecause.${ended.because}`) })
          )}
        </span>
      </div>
      {ended?.outcome === 'failed' && ended.output ? (
        <pre
          tabIndex={0}
          aria-label={t('upkeep.smokeOutput')}
          className="mt-2 max-h-48 overflow-auto rounded-control bg-panel-2 px-3 py-2 whitespace-pre-wrap text-muted"
        >
          {ended.output.trim()}
        </pre>
      ) : null}
    </li>
  );
}

function StepIcon({
  outcome,
  running,
}: {
  outcome: SmokeStep['outcome'] | undefined;
  running: boolean;
}): ReactElement {
  if (running)
    return (
      <LoaderCircle size={15} aria-hidden className="animate-spin text-accent motion-reduce:animate-none" />
    );
  if (outcome === 'passed') return <Check size={15} aria-hidden className="text-ok" />;
  if (outcome === 'failed') return <X size={15} aria-hidden className="text-bad" />;
  if (outcome === 'skipped') return <Minus size={15} aria-hidden className="text-faint" />;
  return <CircleDashed size={15} aria-hidden className="text-faint" />;
}
