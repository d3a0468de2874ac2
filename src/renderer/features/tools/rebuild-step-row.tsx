import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import X from 'lucide-react/icons/x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import type { RebuildStep, RebuiltTool } from '#contract/tools';
import { InlineText } from '#ui/inline-text.tsx';
import { Duration } from '#ui/numbers.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sourceOf } from './source.ts';
import type { Rebuild } from './rebuild-state.ts';

/** One tool of a rebuild: its settings, and its result. */
export function RebuildStepRow({ step, rebuild }: { step: RebuildStep; rebuild: Rebuild }): ReactElement {
  const { t } = useTranslation();
  const { tool, obstacle, kept, lost } = step;
  const result = rebuild.results.get(tool.path);
  const isBuilding = rebuild.latest?.type === 'building' && rebuild.latest.path === tool.path;
  const why = result?.failure ?? obstacle;
  return (
    <li className="flex gap-3 py-2">
      <span className="mt-0.5 grid size-5 shrink-0 place-items-center">
        <StateIcon outcome={obstacle ? 'skipped' : result?.outcome} isBuilding={isBuilding} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{tool.name}</span>
          <span className="min-w-0 font-mono text-sm break-all text-faint">{sourceOf(tool)}</span>
        </p>
        {why ? null : <Settings kept={kept} lost={lost} />}
        {why ? <Why data={why} output={result?.output ?? ''} /> : null}
      </div>
      <span className="num shrink-0 text-sm text-muted">
        {isBuilding ? t('tools.dialog.building') : result ? <Change result={result} /> : tool.goVersion}
      </span>
    </li>
  );
}

/** The build settings that the rebuild keeps, and those that it loses. */
function Settings({ kept, lost }: Pick<RebuildStep, 'kept' | 'lost'>): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-muted empty:hidden">
      {kept.length > 0 ? <span>{t('tools.dialog.keeps', { settings: kept.join(' · ') })}</span> : null}
      {lost.length > 0 ? (
        <span className="text-warn">{t('tools.dialog.loses', { settings: lost.join(' · ') })}</span>
      ) : null}
    </p>
  );
}

function StateIcon({
  outcome,
  isBuilding,
}: {
  outcome: RebuiltTool['outcome'] | undefined;
  isBuilding: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const said = outcome ? t(`tools.dialog.outcome.${outcome}`) : undefined;
  const label = said === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said };
  if (isBuilding) return <LoaderCircle size={15} aria-hidden className="animate-spin text-accent" />;
  if (outcome === 'rebuilt') return <Check size={16} {...label} className="text-ok" />;
  if (outcome === 'failed') return <X size={16} {...label} className="text-bad" />;
  if (outcome === 'skipped') return <Ban size={14} {...label} className="text-faint" />;
  return <CircleDashed size={15} {...label} className="text-faint" />;
}

/** Why a tool failed or is skipped, what to do about it, and the output of Go. */
function Why({ data, output }: { data: NonNullable<RebuildStep['obstacle']>; output: string }): ReactElement {
  const { t } = useTranslation();
  const { message, hint } = describeFailure(data, useLocale());
  return (
    <div className="mt-0.5 space-y-1 text-sm break-words">
      <p>
        <InlineText text={message} />{' '}
        <span className="text-muted">
          <InlineText text={hint} />
        </span>
      </p>
      {output ? (
        <details>
          <summary className="cursor-default text-muted hover:text-text">{t('tools.dialog.output')}</summary>
          <pre
            tabIndex={0}
            aria-label={t('tools.dialog.output')}
            className="mt-1 max-h-48 overflow-auto rounded-control border border-line-2 bg-panel-2 p-2 font-mono text-2xs"
          >
            {output}
          </pre>
        </details>
      ) : null}
    </div>
  );
}

/** The Go (and the processor, if it changed) before and after the rebuild. */
function Change({ result }: { result: RebuiltTool }): ReactElement {
  const { t } = useTranslation();
  const { tool, now, outcome, durationMs } = result;
  if (now === null) return <>{t(`tools.dialog.outcome.${outcome}`)}</>;
  const isMoved = now.os !== tool.os || now.arch !== tool.arch;
  const before = isMoved ? `${tool.goVersion} ${tool.arch}` : tool.goVersion;
  const after = isMoved ? `${now.goVersion} ${now.arch}` : now.goVersion;
  return (
    <>
      {before} → {after}
      <Duration ms={durationMs} className="ml-2 text-faint" />
    </>
  );
}
