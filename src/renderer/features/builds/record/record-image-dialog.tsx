import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadingProgress } from '#features/images/reading/reading-progress.tsx';
import { type ReadingInput, useReading } from '#features/images/reading/use-reading.ts';
import type { DroppedArchive } from '#shared/overlays.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Path } from '#ui/path.tsx';
import { showMessage } from '#ui/toast.tsx';
import { ArchiveForm } from './archive-form.tsx';
import { ChooseInArchive } from './choose-in-archive.tsx';
import { EngineImages } from './engine-images.tsx';

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
  const { reading, error, start, cancel } = useReading(({ id, already, source }) => {
    onOpenChange(false);
    const words = { ref: source, id };
    showMessage(
      already ? t('images.recordDialog.already', words) : t('builds.recordImageDialog.done', words),
    );
    void navigate({ to: '/images', search: (now) => ({ project: now.project, id }) });
  });
  const [asked, setAsked] = useState<ReadingInput | null>(null);
  const ask = (input: ReadingInput) => {
    setAsked(input);
    start(input);
  };
  const record = (source: string) => ask({ source, ...(project ? { project } : {}) });
  const droppedPath = of && 'path' in of ? of.path : null;
  // The effect runs once for what was dropped.
  useEffect(() => {
    if (droppedPath !== null) record(droppedPath);
    // oxlint-disable-next-line react/exhaustive-deps -- `record` is another function at every render
  }, [droppedPath]);
  const form = useRef<HTMLDivElement>(null);
  const reads = reading !== null;
  const read = useRef(reads);
  // The button that had the focus is gone when a reading fails or is cancelled.
  useEffect(() => {
    if (read.current && !reads) form.current?.querySelector('input')?.focus();
    read.current = reads;
  }, [reads]);
  const close = (isOpen: boolean) => {
    if (!isOpen) cancel();
    onOpenChange(isOpen);
  };
  return (
    <Dialog open={open} onOpenChange={close} title={t('builds.recordImageDialog.title')}>
      {reading ? (
        <>
          <Path path={reading.source} className="mb-2" />
          <ReadingProgress reading={reading} onCancel={cancel} />
        </>
      ) : null}
      {error && asked ? <ChooseInArchive error={error} asked={asked} onChoose={ask} /> : null}
      <div ref={form} hidden={reads}>
        {of?.kind === 'archives' ? <p className="mb-2">{t('images.recordDialog.several')}</p> : null}
        <ArchiveForm dropped={of && 'fileName' in of ? of.fileName : null} disabled={reads} onPath={record} />
        <h3 className="mt-4 mb-2 font-semibold text-muted">{t('images.recordDialog.orEngine')}</h3>
        <EngineImages onChoose={record} />
      </div>
    </Dialog>
  );
}
