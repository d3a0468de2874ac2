import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#contract/findings';
import { client, orpc } from '#shared/client.ts';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { tildePath } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { readAgain } from './read-again.ts';
import { showChanged } from './show-changed.ts';

/** Shows how the lines of a finding would be commented out, and does it. */
export function TurnOffDialog({ finding, onClose }: { finding: Finding; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { id, file, line } = finding;
  // What is shown is what is applied, so it is read anew for each dialog and stays until it closes.
  const preview = useQuery(
    orpc.findings.preview.queryOptions({
      input: { ids: [id] },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const apply = useMutation({
    mutationFn: async (shown: string) => {
      const { entry } = await client.findings.turnOff({ id: shown, ids: [id] });
      await readAgain();
      return entry;
    },
    onSuccess: (entry) => {
      onClose();
      showChanged(t, t('findings.applied'), { detail: t('environment.newTerminal'), entry });
    },
  });
  const files = preview.data?.files ?? [];
  const count = files.flatMap(({ lines }) => lines).length;
  const error = apply.error ?? preview.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('findings.editTitle', { place: `${tildePath(file, home)}:${line}` })}
      description={t('findings.editHint')}
      size="large"
      isText
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            disabled={count === 0 || apply.isPending}
            onClick={() => preview.data && apply.mutate(preview.data.id)}
          >
            {t('findings.apply', { count })}
          </Button>
        </>
      }
    >
      {error ? <FailureNote error={error} onRetry={() => void preview.refetch()} className="mb-3" /> : null}
      {preview.data === undefined && !error ? <Skeleton className="h-24 w-full" /> : null}
      {files.map(({ path, diff }) => (
        <Diff key={path} diff={diff} label={tildePath(path, home)} />
      ))}
    </Dialog>
  );
}
