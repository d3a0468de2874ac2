import { useQuery, useQueryClient } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { TextInput } from '#ui/field.tsx';
import { Bytes, Moment } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { EngineChoice } from './engine-choice.tsx';

/** An image without a name has its id for one, of which Docker shows 12 digits. */
function shownRef(ref: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(ref) ? ref.slice(0, 'sha256:'.length + 12) : ref;
}

/** The images of the engine in use, to choose one of them. */
export function EngineImages({ onChoose }: { onChoose: (ref: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const queries = useQueryClient();
  const { queryKey } = orpc.images.list.queryOptions();
  const images = useQuery(orpc.images.list.queryOptions());
  const all = images.data?.images ?? [];
  const shown = all.filter(({ ref }) => ref.toLowerCase().includes(search.trim().toLowerCase()));
  // One engine tells the same measure of all its images.
  const measure = all.find(({ size }) => size !== null)?.size?.measure;
  const nothing = all.length === 0 ? 'none' : 'noMatch';
  const choice = <EngineChoice onChosen={() => void queries.resetQueries({ queryKey })} />;
  if (images.isError) {
    return (
      <>
        {choice}
        <FailureNote error={images.error} onRetry={() => void images.refetch()} />
      </>
    );
  }
  return (
    <>
      {choice}
      {images.data ? (
        <p className="mb-2 text-sm text-muted">
          {t('builds.recordImageDialog.hint', {
            engine: images.data.engine.name,
            version: images.data.engine.version,
            store: images.data.engine.store,
            measure: t(`images.measure.${measure ?? 'engineReported'}`),
          })}
        </p>
      ) : null}
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
              onClick={() => onChoose(image.ref)}
              className="h-9 w-full justify-start px-2 text-text"
            >
              <Path path={image.ref} shown={shownRef(image.ref)} className="flex-1" />
              {image.createdAt ? <Moment iso={image.createdAt} relative className="text-faint" /> : null}
              {image.size === null ? null : <Bytes value={image.size.bytes} className="w-20 text-right" />}
            </Button>
          </li>
        ))}
      </ul>
      {images.isSuccess && shown.length === 0 ? (
        <p className="py-4 text-center text-muted">{t(`builds.recordImageDialog.${nothing}`)}</p>
      ) : null}
    </>
  );
}
