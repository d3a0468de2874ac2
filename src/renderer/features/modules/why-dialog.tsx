import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleWhy } from '#contract/modules';
import { client, orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TryStatus } from './try-status.tsx';
import { useRun } from './use-run.ts';

/** Who pulls a module into the program, what leaving it out would save, and the build without it. */
export function WhyDialog({
  dir,
  target,
  onClose,
}: {
  dir: string;
  target: string;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const why = useQuery({ ...orpc.modules.why.queryOptions({ input: { dir, target } }), gcTime: 0 });
  const { run, start, stop } = useRun(client.modules.tryWithout);
  const [program, ...others] = why.data?.programs ?? [];
  const canTry = why.data !== undefined && why.data.path.length > 0 && others.length === 0;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={target}
      size="large"
      isText
      footer={
        <>
          {run.state === 'running' ? (
            <Button onClick={stop}>{t('common.cancel')}</Button>
          ) : canTry && program !== undefined ? (
            <Button onClick={() => start({ dir, target, program })}>{t('modules.try.start')}</Button>
          ) : null}
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <TryStatus run={run} dir={dir} />
      {why.error ? (
        <FailureNote error={why.error} onRetry={() => void why.refetch()} />
      ) : why.data === undefined ? (
        <div role="status" className="grid gap-2">
          <p className="text-muted">{t('modules.following')}</p>
          <Skeleton className="h-9 w-full" />
        </div>
      ) : (
        <Why why={why.data} />
      )}
    </Dialog>
  );
}

function Why({ why }: { why: ModuleWhy }): ReactElement {
  const { t } = useTranslation();
  const { target, programs, path, importers, requiredBy, own, onlyThrough, saving, build, shared } = why;
  if (path.length === 0) {
    return (
      <>
        <p>{t('modules.notImported', { target, programs: programs.join(', ') })}</p>
        {requiredBy.length > 0 ? <Names title={t('modules.requiredBy')} names={requiredBy} /> : null}
      </>
    );
  }
  return (
    <>
      {saving && build ? (
        <>
          <p className="text-lg font-semibold">
            {t('modules.savingMin')} <Bytes value={saving.min} />
            {t('modules.savingMax')} <Bytes value={saving.max} />
          </p>
          <p className="text-muted">
            {saving.basis === 'calls'
              ? t('modules.savingByCalls', { id: build.id })
              : t('modules.savingBasis', { id: build.id, count: shared })}
          </p>
        </>
      ) : (
        <p className="text-muted">{t('modules.savingUnknown')}</p>
      )}
      <section className="mt-3">
        <h3 className="mb-1 text-sm font-medium text-muted">{t('modules.path')}</h3>
        <ol>
          {path.map((each, depth) => (
            <li key={each} style={{ paddingInlineStart: `${depth * 12}px` }} className="wrap-anywhere">
              {depth > 0 ? <span className="text-faint">↳ </span> : null}
              {each}
            </li>
          ))}
        </ol>
      </section>
      <Names title={t('modules.importers')} names={importers.map((each) => each.path)} />
      <Sizes title={t('modules.own')} packages={own} />
      <Sizes title={t('modules.onlyThrough')} packages={onlyThrough} />
    </>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }): ReactElement {
  return (
    <section className="mt-3">
      <h3 className="mb-1 text-sm font-medium text-muted">
        {title} · <span className="num">{names.length}</span>
      </h3>
      <ul tabIndex={0} aria-label={title} className="max-h-40 overflow-y-auto">
        {names.map((each) => (
          <li key={each} className="wrap-anywhere">
            {each}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sizes({ title, packages }: { title: string; packages: ModuleWhy['own'] }): ReactElement | null {
  if (packages.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="mb-1 text-sm font-medium text-muted">
        {title} · <span className="num">{packages.length}</span>
      </h3>
      <ul tabIndex={0} aria-label={title} className="max-h-48 overflow-y-auto">
        {packages.map(({ path, bytes }) => (
          <li key={path} className="flex justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">{path}</span>
            {bytes === null ? null : <Bytes value={bytes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
