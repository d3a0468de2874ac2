import LoaderCircle from 'lucide-react/icons/loader-circle';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleUse, TryWithoutEvent, TryWithoutResult } from '#contract/modules';
import { FailureNote } from '#ui/failure-note.tsx';
import { ByteChange, Bytes, PercentChange } from '#ui/numbers.tsx';
import type { Run } from './use-run.ts';

/** The modules shown of those that changed. */
const maxModules = 8;

/** What building without a module is at, and what came of it. */
export function TryStatus({
  run,
  dir,
}: {
  run: Run<TryWithoutEvent, TryWithoutResult>;
  dir: string;
}): ReactElement | null {
  const { t } = useTranslation();
  if (run.state === 'idle') return null;
  return (
    <div role="status" className="mb-4 rounded-control bg-panel-2 px-3 py-2.5">
      {run.state === 'running' ? (
        <p className="flex items-center gap-2">
          <LoaderCircle size={15} aria-hidden className="shrink-0 animate-spin motion-reduce:animate-none" />
          {t(`modules.try.${stepOf(run.events)}`)}
        </p>
      ) : run.state === 'failed' ? (
        <FailureNote error={run.error} />
      ) : run.state === 'stopped' ? (
        <p>{t('modules.stopped')}</p>
      ) : run.result.outcome === 'used' ? (
        <Uses result={run.result} dir={dir} />
      ) : (
        <Rebuilt result={run.result} />
      )}
    </div>
  );
}

function stepOf(events: readonly TryWithoutEvent[]): 'waiting' | 'looking' | 'with' | 'without' {
  const last = events.findLast(({ type }) => type !== 'output' && type !== 'left-out');
  if (last?.type === 'building') return last.which;
  return last?.type === 'waiting' ? 'waiting' : 'looking';
}

function Rebuilt({ result }: { result: TryWithoutResult & { outcome: 'rebuilt' } }): ReactElement {
  const { t } = useTranslation();
  const { before, after, packages, imports, tags, comparison } = result;
  const changed = comparison.modules.filter(({ change }) => change !== null && change !== 0);
  return (
    <>
      <p className="text-lg font-semibold">
        <ByteChange value={after - before} /> <PercentChange value={((after - before) / before) * 100} />
      </p>
      <p className="text-muted">
        <Bytes value={before} /> → <Bytes value={after} /> · {t('modules.try.packages', { count: packages })}
      </p>
      <p className="text-muted">
        {[
          ...(imports.length > 0 ? [t('modules.try.imports', { count: imports.length })] : []),
          ...tags.map(({ tag, on }) => t(on ? 'modules.try.tagOn' : 'modules.try.tagOff', { tag })),
        ].join(' · ')}
      </p>
      <ul className="mt-2">
        {changed.slice(0, maxModules).map((each) => (
          <li key={`${each.kind} ${each.path}`} className="flex justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">{each.path || t(`modules.try.kind.${each.kind}`)}</span>
            <ByteChange value={each.change ?? 0} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Uses({
  result,
  dir,
}: {
  result: TryWithoutResult & { outcome: 'used' };
  dir: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p className="font-medium">{t('modules.try.used', { count: result.uses.length })}</p>
      <ul
        tabIndex={0}
        aria-label={t('modules.try.used', { count: result.uses.length })}
        className="mt-1 max-h-56 overflow-y-auto"
      >
        {result.uses.map((use) => (
          <li key={`${use.file}:${use.line}`} className="py-0.5">
            <code className="wrap-anywhere">{placeIn(dir, use)}</code>{' '}
            <span className="text-muted">
              {[use.module, use.names.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `internal/api/api.go:9`, without the folder of the project. */
function placeIn(dir: string, { file, line }: ModuleUse): string {
  const isInside = file.startsWith(`${dir}/`) || file.startsWith(`${dir}\\`);
  return `${isInside ? file.slice(dir.length + 1) : file}:${line}`;
}
