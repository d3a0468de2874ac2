import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { BuildFacts } from './build-facts.tsx';
import { codeByOrigin } from './code-by-origin.ts';
import { ModuleList } from './module-list.tsx';
import { OriginList } from './origin-list.tsx';
import { OwnedBar } from './owned-bar.tsx';
import { PackageList } from './package-list.tsx';
import { runSentences } from './run-sentences.ts';
import { ShareList } from './share-list.tsx';

/** The details of a program's build in lists: facts, the log of a failed build, what it needs and consists of. */
export function BuildParts({ build }: { build: BuildDetail }): ReactElement {
  const { t } = useTranslation();
  const { logTail, modules } = build;
  const buckets = build.buckets.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes);
  const embedded = build.embedded.map(({ path, bytes }) => ({ name: path, bytes }));
  const sentences = build.runs ? runSentences(build.runs, t) : [];
  const origins = codeByOrigin(build.packages);
  const isProgram = build.artifact !== null;
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
      {build.owned && build.owned.bytes > 0 ? (
        <Block title={t('program.owned')}>
          <OwnedBar build={build} />
        </Block>
      ) : null}
      {sentences.length > 0 ? (
        <Block title={t('program.runs')}>
          <p>{sentences.join(' · ')}</p>
        </Block>
      ) : null}
      {buckets.length > 0 ? (
        <Block title={t('builds.detail.buckets')}>
          <ShareList kind="buckets" rows={buckets} />
        </Block>
      ) : null}
      {build.packages.length > 0 ? (
        <>
          <Block title={`${t('builds.detail.modules')} · ${modules.length}`}>
            <ModuleList build={build} />
          </Block>
          <Block title={`${t('builds.detail.packages')} · ${build.packages.length}`}>
            <PackageList packages={build.packages} />
          </Block>
        </>
      ) : buckets.length > 0 ? (
        <Block title={t('builds.detail.packages')}>
          <p className="text-muted">{t('builds.detail.packagesUnknown')}</p>
        </Block>
      ) : null}
      {origins.length > 0 ? (
        <Block title={`${t('program.origin.title')} · ${origins.length}`}>
          <OriginList rows={origins} />
        </Block>
      ) : null}
      {embedded.length > 0 ? (
        <Block title={`${t('program.embedded')} · ${embedded.length}`}>
          <ShareList kind="embedded" rows={embedded} />
        </Block>
      ) : null}
      {isProgram && build.runs === null ? <p className="mt-4 text-faint">{t('program.older')}</p> : null}
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
