import '#contract/image-contents-failures';
import { usePrefetchQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { isFailure } from '#contract/failure';
import type { ImageContents } from '#contract/image-contents';
import { layersOf } from '#contract/layer-entries';
import { orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { AnswerCard } from './answer-card.tsx';
import { ConfigCard } from './config-card.tsx';
import { FilesCard } from './files/files-card.tsx';
import type { ShownFiles } from './files/shown-files.ts';
import { type ShowFiles, useShownFiles } from './files/use-shown-files.ts';
import { FindingsCard } from './findings-card.tsx';
import { ImageActions } from './image-actions.tsx';
import { LayersCard } from './layers/layers-card.tsx';
import { NoImage } from './no-image.tsx';
import { ProgramsCard } from './programs-card.tsx';
import { UnreadCard } from './unread-card.tsx';

type ImageBuild = BuildDetail & { image: NonNullable<BuildDetail['image']> };

/** One recorded image: how large it is and why; then its layers and files. */
export function ImagePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.builds.show.queryOptions({ input: { id } }));
  // All is asked for together. The files take longest and come last, so that the rest of the page is there when they arrive.
  usePrefetchQuery(orpc.builds.show.queryOptions({ input: { id } }));
  usePrefetchQuery(contentsOf(id));
  usePrefetchQuery(entriesOf(id));
  const build = data?.build;
  if (build?.image) return <Shown build={{ ...build, image: build.image }} />;
  return (
    <Page title={t('shell.page.images')}>
      <Card>
        {isFailure(error, 'build.unknown') || isFailure(error, 'build.id-invalid') ? (
          <NoImage title={t('images.unknown', { id })}>{t('images.unknownHint')}</NoImage>
        ) : error ? (
          <FailureNote error={error} onRetry={() => void refetch()} />
        ) : build ? (
          <NoImage title={t('images.notImage', { id: build.id })} program={build.id}>
            {t('images.notImageHint')}
          </NoImage>
        ) : (
          <Skeleton className="h-60 w-full" />
        )}
      </Card>
    </Page>
  );
}

/** The query of the files of an image. What was read of it does not change until it is read again. */
function entriesOf(id: string) {
  return orpc.images.entries.queryOptions({ input: { id }, staleTime: Infinity, gcTime: 60_000 });
}

/** The query of what was read of an image: asked for once while its page opens. */
function contentsOf(id: string) {
  return orpc.images.contents.queryOptions({ input: { id }, staleTime: 5000 });
}

/** Hook: the id of the image before in its series; null: none, undefined: not known yet. */
function useBefore(id: string): string | null | undefined {
  const { data } = useQuery(
    orpc.builds.page.queryOptions({ input: { filter: { text: id, kind: 'image' }, limit: 20 } }),
  );
  return data && (data.rows.find(({ build }) => build.id === id)?.before?.id ?? null);
}

function Shown({ build }: { build: ImageBuild }): ReactElement {
  const { id, image } = build;
  const before = useBefore(id);
  const read = useQuery(contentsOf(id));
  const contents = read.data?.contents ?? null;
  const [shown, show] = useShownFiles(contents?.layers.length ?? 0);
  const entries = useQuery(entriesOf(id));
  const showFiles: ShowFiles = (next) => {
    show(next);
    document.getElementById('files')?.scrollIntoView({ block: 'nearest' });
  };
  const showWaste = () => showFiles({ filter: 'wasted', layer: null });
  return (
    <Page
      title={image.ref}
      beside={<Tags build={build} contents={contents} />}
      actions={<ImageActions id={id} name={image.ref} before={before} />}
    >
      <div className="grid gap-3.5">
        <AnswerCard build={build} contents={contents} before={before} onWaste={showWaste} />
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start gap-3.5 max-[1100px]:grid-cols-1">
          <div className="grid min-w-0 gap-3.5 max-[1100px]:contents">
            {isFailure(read.error, 'image.contents-damaged') ? (
              <UnreadCard build={build} damaged={read.error} />
            ) : read.isError ? (
              <Card>
                <FailureNote error={read.error} onRetry={() => void read.refetch()} />
              </Card>
            ) : null}
            {read.data && contents === null ? <UnreadCard build={build} /> : null}
            {read.isPending ? (
              <Card>
                <Skeleton className="h-60 w-full" />
              </Card>
            ) : (
              <LayersCard
                image={image}
                contents={contents}
                chosen={shown.layer}
                onChoose={(layer) =>
                  showFiles(
                    shown.layer === layer ? { filter: 'all', layer: null } : { filter: 'here', layer },
                  )
                }
              />
            )}
            {contents ? <Files entries={entries} contents={contents} shown={shown} onShow={show} /> : null}
          </div>
          {contents ? (
            <div className="grid min-w-0 gap-3.5 max-[1100px]:contents">
              <div className="grid gap-3.5 max-[1100px]:order-first">
                <FindingsCard contents={contents} onWaste={showWaste} />
                <ProgramsCard id={id} programs={contents.programs} unread={contents.unreadPrograms} />
              </div>
              <ConfigCard contents={contents} />
            </div>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function Tags({
  build: { id, image },
  contents,
}: {
  build: ImageBuild;
  contents: ImageContents | null;
}): ReactElement {
  const { t } = useTranslation();
  const { name, version, store } = image.engine;
  const target = contents?.target ?? image.target;
  return (
    <>
      <Tag>{id}</Tag>
      {target ? (
        <Tooltip content={t('images.targetHint')}>
          <Tag>{t('images.target', { name: target.name })}</Tag>
        </Tooltip>
      ) : null}
      <Tag>{image.platform}</Tag>
      {contents?.distribution ? <Tag>{contents.distribution}</Tag> : null}
      <Tag>
        {name === 'archive'
          ? t(store === 'folder' ? 'images.fromFolder' : 'images.fromArchive')
          : [name, version, store].filter(Boolean).join(' ')}
      </Tag>
      {image.createdAt ? <Moment iso={image.createdAt} relative className="text-sm text-muted" /> : null}
    </>
  );
}

/** The files, once they are there. */
function Files({
  entries: { data, error, refetch, isFetching },
  contents,
  shown,
  onShow,
}: {
  entries: UseQueryResult<{ layersJson: string }>;
  contents: ImageContents;
  shown: ShownFiles;
  onShow: ShowFiles;
}): ReactElement {
  const layers = useMemo(() => data && layersOf(data), [data]);
  // It was read only now, by another Burrow.
  const isOlder = layers !== undefined && layers.length < contents.layers.length;
  useEffect(() => {
    if (isOlder && !isFetching) void refetch();
  }, [isOlder, isFetching, refetch]);
  return layers && !isOlder ? (
    <FilesCard layers={layers} contents={contents} shown={shown} onShow={onShow} />
  ) : (
    <Card id="files">
      {error ? (
        <FailureNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-80! w-full" />
      )}
    </Card>
  );
}
