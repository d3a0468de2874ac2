import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import Container from 'lucide-react/icons/container';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildRow } from '#contract/build-list';
import { headline } from '#contract/image-measure';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { Page } from '#shared/page.tsx';
import { useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { ByteChange, Bytes, Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ImagePage } from './image-page.tsx';

/** The recorded images, or the one in the address. */
export function ImagesPage(): ReactElement {
  const { id } = useSearch({ from: '/images' });
  return id === undefined ? <ImageList /> : <ImagePage key={id} id={id} />;
}

function ImageList(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const filter = { kind: 'image' as const, ...(project === null ? {} : { project }) };
  const { data, error, refetch } = useQuery(orpc.builds.page.queryOptions({ input: { filter, limit: 100 } }));
  const record = (
    <Button variant="primary" onClick={() => overlays.open({ name: 'record-image', project })}>
      {t('images.record')}
    </Button>
  );
  const isEmpty = data?.rows.length === 0;
  return (
    <Page title={t('shell.page.images')} actions={isEmpty ? null : record}>
      <Card
        {...(isEmpty ? {} : { title: t('images.recorded') })}
        aside={isEmpty || !data ? null : <InBuilds />}
      >
        {error ? (
          <FailureNote error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton className="h-60 w-full" />
        ) : isEmpty ? (
          <EmptyState icon={<Container size={20} aria-hidden />} title={t('images.none')} actions={record}>
            <p>{t('images.noneHint')}</p>
            <Ways />
          </EmptyState>
        ) : (
          <>
            <ul aria-label={t('images.recorded')}>
              {data.rows.map((row) => (
                <ImageRow key={row.build.id} row={row} />
              ))}
            </ul>
            {data.next === null ? null : (
              <p className="border-t border-line-2 pt-3 text-muted">
                {t('images.newest', { count: data.rows.length })} <InBuilds />
              </p>
            )}
          </>
        )}
      </Card>
    </Page>
  );
}

function InBuilds(): ReactElement {
  const { t } = useTranslation();
  return (
    <Link
      to="/builds"
      search={{ kind: 'image' }}
      className="rounded-[4px] font-medium text-accent hover:underline"
    >
      {t('images.inBuilds')}
    </Link>
  );
}

/** How an image comes here. */
function Ways(): ReactElement {
  const { t } = useTranslation();
  return (
    <ul aria-label={t('images.ways.label')} className="mt-4 grid gap-2 text-left">
      <li>{t('images.ways.engine')}</li>
      <li>
        <InlineText text={t('images.ways.drop')} />
      </li>
      <li>
        {t('images.ways.command')}
        <CommandLine text="burrow image record shop:1.2" className="mt-1" />
      </li>
    </ul>
  );
}

function ImageRow({ row: { build, before } }: { row: BuildRow }): ReactElement {
  const { t } = useTranslation();
  const size = build.image && headline(build.image);
  return (
    <li className="flex min-h-[41px] flex-wrap items-center gap-x-3 border-t border-line-2 py-1.5 first:border-t-0">
      <span className="num w-12 text-faint">{build.id}</span>
      <Link
        to="/images"
        search={(search) => ({ project: search.project, id: build.id })}
        className="min-w-0 flex-1 rounded-[4px] font-mono font-medium wrap-anywhere hover:text-accent"
      >
        {build.image?.ref ?? build.subject}
      </Link>
      <span className="w-28 truncate text-muted max-[1100px]:hidden">{build.image?.platform}</span>
      <span className="w-28 text-right text-muted max-[860px]:hidden">
        <Moment iso={build.startedAt} relative />
      </span>
      <span className="w-20 text-right">
        {size && before && size.bytes !== before.bytes ? (
          <ByteChange value={size.bytes - before.bytes} />
        ) : null}
      </span>
      <span className="w-20 text-right">
        {size ? (
          <>
            <Bytes value={size.bytes} />
            <span className="block text-xs text-faint">{t(`images.measure.${size.measure}`)}</span>
          </>
        ) : null}
      </span>
    </li>
  );
}
