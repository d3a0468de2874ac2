import Check from 'lucide-react/icons/check';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleCheck, ModuleCheckEvent, ModuleCheckResult } from '#contract/modules';
import { client } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Duration } from '#ui/numbers.tsx';
import { type Run, useRun } from './use-run.ts';

const checks: readonly ModuleCheck[] = ['verify', 'vendor', 'cache'];

/** Checks that take long and run on request: the module cache, and building without the network. */
export function ChecksCard({ dir }: { dir: string }): ReactElement {
  const { t } = useTranslation();
  const { run, start, stop } = useRun(client.modules.check);
  const isRunning = run.state === 'running';
  const results = resultsOf(run);
  const under = isRunning ? run.events.findLast((event) => event.type === 'started')?.check : undefined;
  return (
    <Card
      title={t('modules.checks.title')}
      aside={
        isRunning ? (
          <Button onClick={stop}>{t('common.cancel')}</Button>
        ) : (
          <Button onClick={() => start({ dir, checks: [...checks] })}>
            {t(results.length > 0 ? 'modules.checks.again' : 'modules.checks.start')}
          </Button>
        )
      }
    >
      <ul aria-live="polite">
        {checks.map((check) => (
          <CheckRow
            key={check}
            check={check}
            result={results.find((each) => each.check === check)}
            isRunning={under === check}
          />
        ))}
      </ul>
      {run.state === 'failed' ? <FailureNote error={run.error} className="mt-2" /> : null}
      {run.state === 'stopped' ? <p className="mt-2 text-muted">{t('modules.stopped')}</p> : null}
    </Card>
  );
}

function resultsOf(run: Run<ModuleCheckEvent, { results: ModuleCheckResult[] }>): ModuleCheckResult[] {
  if (run.state === 'done') return run.result.results;
  if (run.state !== 'running') return [];
  return run.events.flatMap((event) => (event.type === 'ended' ? [event.result] : []));
}

function CheckRow({
  check,
  result,
  isRunning,
}: {
  check: ModuleCheck;
  result: ModuleCheckResult | undefined;
  isRunning: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const outcome = isRunning ? 'running' : (result?.outcome ?? 'waiting');
  const isUnknown = result?.outcome === 'skipped' && result.output !== '';
  return (
    <li className="border-t border-line-2 py-2 first:border-t-0">
      <div className="flex items-center gap-2.5">
        <OutcomeIcon outcome={outcome} />
        <span className="min-w-0">{t(`modules.checks.${check}`)}</span>
        <span className="ml-auto text-right text-muted">
          {outcome === 'waiting' || outcome === 'running'
            ? null
            : t(`modules.checks.${isUnknown ? 'unknown' : outcome}`)}{' '}
          {result && outcome !== 'skipped' && outcome !== 'running' ? (
            <Duration ms={result.durationMs} className="text-faint" />
          ) : null}
        </span>
      </div>
      {result && outcome !== 'passed' && result.output !== '' ? (
        <pre
          tabIndex={0}
          aria-label={t('modules.checks.output')}
          className="mt-2 max-h-40 overflow-auto rounded-control bg-panel-2 px-3 py-2 whitespace-pre-wrap text-muted wrap-anywhere"
        >
          {result.output}
        </pre>
      ) : null}
    </li>
  );
}

function OutcomeIcon({
  outcome,
}: {
  outcome: ModuleCheckResult['outcome'] | 'running' | 'waiting';
}): ReactElement {
  if (outcome === 'running')
    return (
      <LoaderCircle
        size={15}
        aria-hidden
        className="shrink-0 animate-spin text-accent motion-reduce:animate-none"
      />
    );
  if (outcome === 'passed') return <Check size={15} aria-hidden className="shrink-0 text-ok" />;
  if (outcome === 'failed') return <X size={15} aria-hidden className="shrink-0 text-bad" />;
  return <Minus size={15} aria-hidden className="shrink-0 text-faint" />;
}
