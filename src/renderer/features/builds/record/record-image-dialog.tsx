import { useMutation, useQuery } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drain } from '#contract/streams';
import { client, orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { TextInput } from '#ui/field.tsx';
import { Bytes, Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showMessage } from '#ui/toast.tsx';
import { refreshBuilds } from '../run/runs.ts';

/** Lists the engine's images, and records the one that is chosen. */
export function RecordImageDialog({
  project,
  open,
  onOpenChange,
}: {
  /** The project to record it for; null for none. */
  project: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const images = useQuery(orpc.images.list.queryOptions({ enabled: open }));
  const record = useMutation({
    mutationFn: async (ref: string) =>
      drain(await client.images.record({ source: ref, ...(project ? { project } : {}) })),
    onSuccess: async ({ id }, ref) => {
      onOpenChange(false);
      showMessage(t('builds.recordImageDialog.done', { ref, id }));
      await refreshBuilds();
    },
  });
  const all = images.data?.images ?? [];
  const shown = all.filter(({ ref }) => ref.toLowerCase().includes(search.trim().toLowerCase()));
  const nothing = all.length === 0 ? 'none' : 'noMatch';
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('builds.recordImageDialog.title')}
      description={
        images.data
          ? t('builds.recordImageDialog.hint', {
              engine: images.data.engine.name,
              version: images.data.engine.version,
              store: images.data.engine.store,
            })
          : undefined
      }
    >
      {images.isError ? (
        <FailureNote error={images.error} onRetry={() => void images.refetch()} />
      ) : (
        <>
          <TextInput
            aria-label={t('builds.recordImageDialog.search')}
            placeholder={t('builds.recordImageDialog.search')}
            icon={<Search size={14} aria-hidden />}
            className="mb-2 w-full"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {images.isPending ? <Skeleton className="w-full" /> : null}
          <ul className="-mx-2">
            {shown.map((image) => (
              <li key={`${image.ref} ${image.id}`}>
                <Button
                  variant="quiet"
                  aria-label={t('builds.recordImageDialog.record', { ref: image.ref })}
                  disabled={record.isPending}
                  onClick={() => record.mutate(image.ref)}
                  className="h-9 w-full justify-start px-2 text-text"
                >
                  <code className="min-w-0 flex-1 truncate text-left">{image.ref}</code>
                  {image.createdAt ? <Moment iso={image.createdAt} relative className="text-faint" /> : null}
                  {image.engineReported === null ? null : (
                    <Bytes value={image.engineReported} className="w-20 text-right" />
                  )}
                </Button>
              </li>
            ))}
          </ul>
          {images.isSuccess && shown.length === 0 ? (
            <p className="py-4 text-center text-muted">{t(`builds.recordImageDialog.${nothing}`)}</p>
          ) : null}
          {record.isError ? <FailureNote error={record.error} className="mt-3" /> : null}
        </>
      )}
    </Dialog>
  );
}
