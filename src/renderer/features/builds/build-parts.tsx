import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/builds';
import { BuildFacts } from './build-facts.tsx';
import { ImageSizes } from './image-sizes.tsx';
import { ShareList } from './share-list.tsx';

/** The details of a build in lists: facts, the log of a failed build, sizes, layers, packages, modules. */
export function BuildParts({ build }: { build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const { image, logTail, modules } = build;
  const layers = image?.layers.map(({ createdBy, diffId, bytes }) => ({
    name: createdBy ?? diffId,
    bytes: bytes ?? 0,
  }));
  const buckets = build.buckets.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes);
  const packages = build.packages.map(({ path, bytes }) => ({ name: path, bytes }));
  return (
    <>
      <BuildFacts build={build} />
      {logTail ? (
        <Block title={t('builds.detail.log')}>
          <pre
            tabIndex={0}
            aria-label={t('builds.detail.log')}
            className="max-h-64 overflow-auto rounded-control border border-line bg-panel-2 px-3 py-2"
          >
            {logTail}
          </pre>
        </Block>
      ) : null}
      {image ? (
        <Block title={t('builds.detail.sizes')}>
          <ImageSizes sizes={image.sizes} />
        </Block>
      ) : null}
      {layers ? (
        <Block title={t('builds.detail.layers')}>
          <ShareList kind="layers" rows={layers} />
        </Block>
      ) : null}
      {buckets.length > 0 ? (
        <Block title={t('builds.detail.buckets')}>
          <ShareList kind="buckets" rows={buckets} />
        </Block>
      ) : null}
      {packages.length > 0 ? (
        <Block title={t('builds.detail.packages')}>
          <ShareList kind="packages" rows={packages} />
        </Block>
      ) : buckets.length > 0 ? (
        <Block title={t('builds.detail.packages')}>
          <p className="text-muted">{t('builds.detail.packagesUnknown')}</p>
        </Block>
      ) : null}
      {modules.length > 0 ? (
        <Block title={`${t('builds.detail.modules')} · ${modules.length}`}>
          <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
            {modules.map(({ path, version }) => (
              <li key={path} className="contents">
                <code className="truncate" title={path}>
                  {path}
                </code>
                <code className="text-muted">{version}</code>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
    </>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="mt-4 first:mt-0">
      <h3 className="mb-1.5 font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}
