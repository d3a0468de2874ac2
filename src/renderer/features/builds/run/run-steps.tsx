import Check from 'lucide-react/icons/check';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildRun } from '#contract/build-runs';
import { Duration } from '#ui/numbers.tsx';
import { isRunning } from './runs.ts';

/** The steps of a build, those that are done with how long they took. */
export function RunSteps({ run }: { run: BuildRun }): ReactElement | null {
  const { t } = useTranslation();
  const { steps, install, state } = run;
  if (steps.length === 0) return null;
  return (
    <ol aria-label={t('runs.steps')} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {steps.map((step, index) => {
        const isLast = index === steps.length - 1;
        const isDone = step.durationMs !== null && (!isLast || state === 'succeeded');
        return (
          <li key={step.name} className="flex items-center gap-1.5">
            {isDone ? <Check size={13} aria-hidden className="text-ok" /> : null}
            <span className={isLast && isRunning(run) ? 'font-medium text-text' : undefined}>
              {t(`runs.step.${step.name}`, { version: install?.version ?? 'Go' })}
            </span>
            {step.durationMs === null ? null : <Duration ms={step.durationMs} className="text-faint" />}
          </li>
        );
      })}
    </ol>
  );
}
