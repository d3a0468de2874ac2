import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build, BuildDetail } from '#contract/builds';
import { orpc } from '#app/client.ts';
import { CopyButton } from '#ui/copy.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Bytes, Duration, Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { ImageSizes } from './image-sizes.tsx';
import { ShareList } from './share-list.tsx';

/** Everything the history knows of one build. */
export function BuildDetailDialog({
  build,
  onClose,
}: {
  /** null: closed. */
  build: Build | null;
  onClose: () => void;
}): ReactElement {
  const detail = useQuery(
    orpc.builds.show.queryOptions({ input: { id: build?.id ?? '' }, enabled: build !== null }),
  );
  return (
    <Dialog
      open={build !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title={
        <span className="flex items-center gap-2">
          <span className="text-muted">{build?.id}</span>
          <code>{build?.subject}</code>
        </span>
      }
      description={build ? <Headline build={build} /> : undefined}
    >
      {detail.isError ? <FailureNote error={detail.error} /> : null}
      {detail.data ? <Detail build={detail.data.build} /> : <Skeleton className="h-40 w-full" />}
    </Dialog>
  );
}

function Headline({ build }: { build: Build }): ReactElement {
  const { t } = useTranslation();
  const tone = build.status === 'failed' ? 'bad' : build.status === 'cancelled' ? 'warn' : 'neutral';
  return (
    <span className="flex flex-wrap items-center gap-x-2.5">
      <Tag tone={tone}>{t(`builds.status.${build.status}`)}</Tag>
      <Moment iso={build.startedAt} />
      {build.goVersion ? <span>{build.goVersion}</span> : null}
      <span>{build.target ?? build.image?.platform}</span>
      {build.durationMs === null ? null : <Duration ms={build.durationMs} />}
      {build.artifact ? <Bytes value={build.artifact.bytes} className="font-semibold text-text" /> : null}
    </span>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="mt-4">
      <h3 className="mb-1.5 font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}

function Detail({ build }: { build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const { artifact, image, vcs } = build;
  const facts: [string, string][] = [
    ...(artifact ? [[t('builds.detail.path'), artifact.path] as [string, string]] : []),
    ...(artifact ? [[t('builds.detail.sha256'), artifact.sha256] as [string, string]] : []),
    ...(image ? [[t('builds.detail.imageId'), image.id] as [string, string]] : []),
    ...(vcs
      ? [
          [t('builds.detail.commit'), vcs.commit + (vcs.dirty ? ` · ${t('builds.dirty')}` : '')] as [
            string,
            string,
          ],
        ]
      : []),
    ...(build.flags.length > 0
      ? [[t('builds.detail.flags'), build.flags.join(' ')] as [string, string]]
      : []),
  ];
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 truncate" title={value}>
              <code>{value}</code>
            </dd>
            <CopyButton text={value} />
          </div>
        ))}
      </dl>
      {image ? (
        <>
          <Block title={t('builds.detail.sizes')}>
            <ImageSizes sizes={image.sizes} />
          </Block>
          <Block title={t('builds.detail.layers')}>
            <ShareList
              rows={image.layers.map(({ createdBy, diffId, bytes }) => ({
                name: createdBy ?? diffId,
                bytes: bytes ?? 0,
              }))}
            />
          </Block>
        </>
      ) : null}
      {build.logTail ? (
        <Block title={t('builds.detail.log')}>
          <pre className="max-h-64 overflow-auto rounded-control border border-line bg-panel-2 px-3 py-2 text-sm">
            {build.logTail}
          </pre>
        </Block>
      ) : null}
      {build.buckets.length > 0 ? (
        <Block title={t('builds.detail.buckets')}>
          <ShareList
            rows={build.buckets
              .filter(({ bytes }) => bytes > 0)
              .map(({ name, bytes }) => ({ name: t(`builds.bucket.${name}`), bytes }))
              .toSorted((a, b) => b.bytes - a.bytes)}
          />
        </Block>
      ) : null}
      {build.packages.length > 0 ? (
        <Block title={t('builds.detail.packages')}>
          <ShareList rows={build.packages.map(({ path, bytes }) => ({ name: path, bytes }))} />
        </Block>
      ) : null}
      {build.modules.length > 0 ? (
        <Block title={`${t('builds.detail.modules')} · ${build.modules.length}`}>
          <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
            {build.modules.map(({ path, version }) => (
              <li key={path} className="contents">
                <code className="truncate">{path}</code>
                <code className="text-muted">{version}</code>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
    </>
  );
}
