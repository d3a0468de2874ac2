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

/** Records an image of the engine that is chosen from a list, or one in an archive or folder. */
export function RecordImageDialog({
  project,
  of,
  open,
  onOpenChange,
}: {
  /** The project to record it for; null for none. */
  project: string | null;
  /** An archive that was dropped on the window; undefined: none was. */
  of?: DroppedArchive | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const images = useQuery(orpc.images.list.queryOptions({ enabled: open }));
  const { reading, error, start, cancel } = useReading(({ id, already, source }) => {
    onOpenChange(false);
    const words = { ref: source, id };
    showMessage(already ? t('images.recordDialog.already', words) : t('builds.recordImageDialog.done', words));
    void navigate({ to: '/images', search: (now) => ({ project: now.project, id }) });
  });
  const record = (source: string) => start({ source, ...(project ? { project } : {}) });
  const droppedPath = of && 'path' in of ? of.path : null;
  // The effect runs once for what was dropped.
  useEffect(() => {
    if (droppedPath !== null) record(droppedPath);
    // oxlint-disable-next-line react/exhaustive-deps -- `record` is another function at every render
  }, [droppedPath]);
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
      {reading ? <ReadingProgress reading={reading} onCancel={cancel} /> : null}
      {error ? <FailureNote error={error} className="mb-3" /> : null}
      <div hidden={reading !== null}>
        <ArchiveForm
          dropped={of && 'fileName' in of ? of.fileName : null}
          disabled={reading !== null}
          onPath={record}
        />
        <h3 className="mt-4 mb-2 font-semibold text-muted">{t('images.recordDialog.orEngine')}</h3>
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
                  disabled={reading !== null}
                  onClick={() => record(image.ref)}
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
        </>
      )}
      </div>
    </Dialog>
  );
}
