import { useMutation } from '@tanstack/react-query';
import Check from 'lucide-react/icons/check';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupStep } from '#contract/setup';
import { client } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { Tag } from '#ui/tag.tsx';
import { SaidReason } from './said.tsx';
import { forgetRun, readAgain, showStep } from './runs.ts';

/** A step: its mark, title and what is known of it; open, what can be done. */
export function StepRow({
  step,
  number,
  summary,
  isOpen,
  takesFocus,
  onToggle,
  children,
}: {
  step: SetupStep;
  number: number;
  /** What is known, in one line. */
  summary: string;
  isOpen: boolean;
  /** Gets the focus when it opens: the step before is done. */
  takesFocus: boolean;
  onToggle: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const { id, state, problem, undoable } = step;
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen && takesFocus) head.current?.focus();
  }, [isOpen, takesFocus]);
  const undo = useMutation({
    mutationFn: async () => {
      await client.setup.undoStep({ step: id });
      forgetRun(id);
      await readAgain();
    },
  });
  const skip = useMutation({
    mutationFn: async (skipped: boolean) => {
      const left = await client.setup.skip({ step: id, skipped });
      showStep(left.step);
      // A slow shell is not waited for: nothing on the machine has changed.
      void readAgain();
    },
  });
  const isBusy = undo.isPending || skip.isPending;
  return (
    <li className="flex min-w-0 gap-3 border-t border-line-2 py-3.5 first:border-t-0 first:pt-1">
      <Mark state={state} number={number} isOpen={isOpen} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
          <button
            ref={head}
            type="button"
            aria-expanded={isOpen}
            aria-controls={`step-${id}`}
            onClick={onToggle}
            className="min-w-0 flex-1 basis-56 rounded-control pt-0.5 text-left"
          >
            <span className="font-semibold">{t(`setup.title.${id}`)}</span>
            <span className="block break-words text-muted">{summary}</span>
          </button>
          <span className="ml-auto flex min-h-[30px] items-center gap-2">
            <StateTag state={state} />
            {undoable ? (
              <Button disabled={isBusy} onClick={() => undo.mutate()}>
                {t('common.undo')}
              </Button>
            ) : null}
            {isOpen && (state === 'open' || state === 'problem') ? (
              <Button variant="quiet" disabled={isBusy} onClick={() => skip.mutate(true)}>
                {t(id === 'found' ? 'setup.leaveAlone' : 'setup.skip')}
              </Button>
            ) : null}
            {state === 'skipped' ? (
              <Button disabled={isBusy} onClick={() => skip.mutate(false)}>
                {t('setup.takeUp')}
              </Button>
            ) : null}
          </span>
        </div>
        {undo.error ? <FailureNote error={undo.error} className="mt-2" /> : null}
        {skip.error ? <FailureNote error={skip.error} className="mt-2" /> : null}
        <div
          id={`step-${id}`}
          hidden={!isOpen}
          className="mt-2.5 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
        >
          {isOpen ? (
            <>
              <p className="max-w-[70ch] text-muted">{t(`setup.why.${id}`)}</p>
              {problem !== null && id !== 'machine' ? <SaidReason reason={problem} isProblem /> : null}
              {children}
            </>
          ) : null}
        </div>
      </div>
    </li>
  );
}

function Mark({
  state,
  number,
  isOpen,
}: {
  state: SetupStep['state'];
  number: number;
  isOpen: boolean;
}): ReactElement {
  return (
    <span
      aria-hidden
      className={cx(
        'num grid size-6 shrink-0 place-items-center rounded-full text-sm font-semibold',
        state === 'done'
          ? 'bg-ok-soft text-ok'
          : state === 'problem'
            ? 'bg-warn-soft text-warn'
            : isOpen
              ? 'bg-accent-soft text-accent'
              : 'bg-line-2 text-muted',
      )}
    >
      {state === 'done' ? <Check size={14} /> : number}
    </span>
  );
}

function StateTag({ state }: { state: SetupStep['state'] }): ReactElement | null {
  const { t } = useTranslation();
  if (state === 'open') return <span className="sr-only">{t('setup.state.open')}</span>;
  const tones = { done: 'ok', problem: 'warn', skipped: 'neutral' } as const;
  return <Tag tone={tones[state]}>{t(`setup.state.${state}`)}</Tag>;
}
