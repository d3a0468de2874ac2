import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import { useHome } from '#shared/projects/index.ts';
import { drain } from '#contract/streams';
import { formatBytes, formatDay } from '#contract/units';
import type { PruneItem, PruneProgress } from '#contract/upkeep';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { tildePath } from '#ui/path.tsx';
import { Progress } from '#ui/progress.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Lists what can be deleted, with its size, and deletes what is selected. */
export function PruneDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const plan = useQuery({
    ...orpc.upkeep.planPrune.queryOptions({ input: {} }),
    enabled: open,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [progress, setProgress] = useState<PruneProgress | null>(null);
  const items = plan.data?.items ?? [];
  const isChosen = ({ path, byDefault }: PruneItem): boolean => changed.get(path) ?? byDefault;
  const chosen = items.filter(isChosen);
  const size = formatBytes(
    chosen.reduce((sum, { bytes }) => sum + bytes, 0),
    locale,
  );
  const close = (next: boolean): void => {
    onOpenChange(next);
    setChanged(new Map());
  };
  const prune = useMutation({
    mutationFn: async () => {
      const events = await client.upkeep.prune({ paths: chosen.map(({ path }) => path) });
      return drain(events, setProgress);
    },
    onSuccess: ({ bytes, kept }) => {
      const detail = kept.length > 0 ? { detail: t('upkeep.prunedKept') } : {};
      showMessage(t('upkeep.pruned', { size: formatBytes(bytes, locale) }), detail);
      close(false);
    },
    onSettled: async () => {
      setProgress(null);
      await Promise.all([plan.refetch(), refreshToolchains()]);
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t('upkeep.pruneTitle')}
      description={t('upkeep.pruneHint')}
      size="large"
      footer={
        <>
          <Button onClick={() => close(false)}>{t('common.cancel')}</Button>
          <Button
            variant="danger"
            disabled={chosen.length === 0 || prune.isPending}
            onClick={() => prune.mutate()}
          >
            {t('upkeep.pruneAction', { size })}
          </Button>
        </>
      }
    >
      {progress === null ? null : (
        <Progress
          className="mb-3"
          value={progress.done / progress.total}
          label={t('upkeep.pruneRunning', { done: progress.done + 1, total: progress.total })}
        />
      )}
      {plan.error || prune.error ? (
        <FailureNote error={plan.error ?? prune.error} onRetry={() => void plan.refetch()} />
      ) : plan.data === undefined ? (
        <div role="status" className="grid gap-2">
          <p className="text-muted">{t('upkeep.pruneFinding')}</p>
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-9 w-full" />
        </div>
      ) : items.length === 0 ? (
        <p className="text-muted">{t('upkeep.pruneNothing')}</p>
      ) : (
        <ul className="divide-y divide-line-2">
          {items.map((item) => (
            <PruneRow
              key={item.path}
              item={item}
              chosen={isChosen(item)}
              onChange={(to) => setChanged((all) => new Map(all).set(item.path, to))}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function PruneRow({
  item: { version, path, kind, newer, bytes, lastUsedAt, installedAt },
  chosen,
  onChange,
}: {
  item: PruneItem;
  chosen: boolean;
  onChange: (chosen: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const since = lastUsedAt ?? installedAt;
  return (
    <li>
      <label className="flex items-start gap-3 py-2">
        <Checkbox checked={chosen} onChange={(event) => onChange(event.target.checked)} className="mt-0.5" />
        <span className="min-w-0 flex-1">
          {version === null ? null : <span className="num mr-2 font-semibold">{version}</span>}
          {t(`upkeep.kind.${kind}`, { newer: newer ?? '' })}
          {since === null ? null : (
            <span className="num block text-sm text-muted">
              {t(lastUsedAt === null ? 'upkeep.notUsed' : 'upkeep.lastUsed', {
                day: formatDay(since, locale),
              })}
            </span>
          )}
          <span className="block font-mono text-sm break-all text-faint">{tildePath(path, home)}</span>
        </span>
        <Bytes value={bytes} />
      </label>
    </li>
  );
}
