import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { usableVersions } from '#shared/versions/index.ts';
import type { RebuildRequest } from '#contract/tools';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { RebuildStatus } from './rebuild-status.tsx';
import { RebuildStepRow } from './rebuild-step-row.tsx';
import { useRebuild } from './use-rebuild.ts';

/** Stands for the Go that the home folder resolves to. */
const ofHome = '';

/** Shows the tools to rebuild, and rebuilds them. */
export function RebuildDialog({
  request,
  onClose,
}: {
  request: Pick<RebuildRequest, 'names' | 'which'>;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [go, setGo] = useState(ofHome);
  const input: RebuildRequest = { ...request, ...(go === ofHome ? {} : { go }) };
  const plan = useQuery({
    ...orpc.tools.planRebuild.queryOptions({ input }),
    gcTime: 0,
    // Keep showing this plan, even after the rebuild, when there is nothing left to plan.
    staleTime: 'static',
  });
  const { rebuild, start, stop } = useRebuild();
  const isIdle = rebuild.state === 'idle';
  const isRunning = rebuild.state === 'running';
  const steps = plan.data?.steps ?? [];
  const count = steps.filter(({ obstacle }) => obstacle === null).length;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('tools.dialog.title')}
      description={t('tools.dialog.description')}
      size="large"
      footer={
        isRunning ? (
          <Button onClick={stop}>{t('tools.dialog.stop')}</Button>
        ) : isIdle ? (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button variant="primary" disabled={count === 0} onClick={() => start(input)}>
              {t('tools.dialog.start', { count })}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {isIdle ? <GoChoice value={go} onChange={setGo} /> : <RebuildStatus rebuild={rebuild} />}
      {plan.error ? (
        <FailureNote error={plan.error} onRetry={() => void plan.refetch()} />
      ) : plan.data === undefined ? (
        <div role="status" className="grid gap-2">
          <p className="text-muted">{t('tools.dialog.planning')}</p>
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-9 w-full" />
        </div>
      ) : steps.length === 0 ? (
        <p className="text-muted">{t('tools.dialog.nothing')}</p>
      ) : (
        <ul aria-label={t('tools.dialog.steps')} className="divide-y divide-line-2">
          {steps.map((step) => (
            <RebuildStepRow key={step.tool.path} step={step} rebuild={rebuild} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** Chooses the Go for the rebuild. */
function GoChoice({ value, onChange }: { value: string; onChange: (go: string) => void }): ReactElement {
  const { t } = useTranslation();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions());
  const list = useQuery(orpc.tools.list.queryOptions());
  const home = [list.data?.goVersion, t('tools.dialog.home')].filter(Boolean).join(' · ');
  return (
    <div className="mb-2 flex items-center gap-2.5">
      <label htmlFor="rebuild-go" className="text-muted">
        {t('tools.dialog.go')}
      </label>
      <Select
        id="rebuild-go"
        value={value}
        onChange={onChange}
        choices={[
          { value: ofHome, label: home },
          ...usableVersions(toolchains.data?.toolchains ?? []).map((version) => ({
            value: version,
            label: version,
          })),
        ]}
      />
    </div>
  );
}
