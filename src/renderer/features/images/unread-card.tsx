import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { showMessage } from '#ui/toast.tsx';
import { ReadingProgress } from './reading/reading-progress.tsx';
import { useReading } from './reading/use-reading.ts';

/** Offers to read the files of an image of which only the engine's words are recorded, or what was read is damaged. */
export function UnreadCard({
  build: { id, image, project },
  damaged = null,
}: {
  build: BuildDetail & { image: NonNullable<BuildDetail['image']> };
  /** Why what was read cannot be shown; null: nothing was read. */
  damaged?: unknown;
}): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { reading, error, start, cancel } = useReading((done) => {
    if (done.id === id) {
      showMessage(t('images.unread.done'));
      return;
    }
    // The engine has another image by that name now.
    showMessage(t('images.unread.another', { ref: image.ref, id: done.id }));
    void navigate({ to: '/images', search: ({ project: chosen }) => ({ project: chosen, id: done.id }) });
  });
  const isArchive = image.engine.name === 'archive';
  const source = isArchive ? image.engine.endpoint : image.ref;
  const read = () => start({ source, ...(project ? { project } : {}) });
  return (
    <Card {...(damaged === null ? { title: t('images.unread.title') } : {})}>
      {damaged === null ? (
        <p className="max-w-[70ch] text-muted">
          {t(isArchive ? 'images.unread.archive' : 'images.unread.body')}
        </p>
      ) : (
        <FailureNote error={damaged} />
      )}
      <div className="mt-3">
        {reading ? (
          <ReadingProgress reading={reading} onCancel={cancel} />
        ) : error ? (
          <FailureNote error={error} onRetry={read} />
        ) : (
          <Button variant="primary" onClick={read}>
            {t('images.unread.read')}
          </Button>
        )}
      </div>
    </Card>
  );
}
