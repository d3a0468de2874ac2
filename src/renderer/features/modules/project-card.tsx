import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleList } from '#contract/modules';
import { useHome } from '#shared/projects/index.ts';
import { Card } from '#ui/card.tsx';
import { Fact, Facts } from '#ui/facts.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { mostDemanding, withoutLicence } from './demands.ts';
import { placeOf } from './place-of.ts';

/** What the modules take in the last build, and what else decides about them: vendor/, exclusions, the workspace. */
export function ProjectCard({ list }: { list: ModuleList | undefined }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  if (list === undefined) {
    return (
      <Card>
        <Skeleton className="h-8 w-40" />
        <Skeleton className="mt-3 h-20 w-full" />
      </Card>
    );
  }
  const { build, modules, vendor, workspace, excluded } = list;
  const others = modules.filter(({ kind }) => kind !== 'main');
  const bytes = others.reduce((sum, each) => sum + (each.bytes ?? 0), 0);
  const direct = others.filter(({ kind }) => kind === 'direct').length;
  const demanding = mostDemanding(modules);
  const unlicensed = withoutLicence(modules);
  return (
    <Card>
      {build === null ? (
        <p className="mb-2 text-muted">
          <InlineText text={t('modules.noSizes')} />
        </p>
      ) : (
        <p className="mb-2">
          <Bytes value={bytes} className="mr-2 text-3xl font-semibold tracking-[-0.02em]" />
          <span className="text-muted">
            {t('modules.ofProgram', { subject: build.subject, id: build.id })} <Bytes value={build.bytes} />
          </span>
        </p>
      )}
      <Facts>
        <Fact name={t('modules.count')}>
          {t('modules.counts', { direct, indirect: others.length - direct })}
        </Fact>
        {demanding ? (
          <Fact name={t('modules.demands')}>
            <span className="wrap-anywhere">
              {t('modules.demandsOf', { version: demanding.goVersion, path: demanding.path })}
            </span>
          </Fact>
        ) : null}
        {build === null ? null : (
          <Fact name={t('modules.unlicensed')}>
            <span className="wrap-anywhere">
              {unlicensed.length === 0
                ? t('modules.vendor.none')
                : unlicensed.map(({ path }) => path).join(', ')}
            </span>
          </Fact>
        )}
        <Fact name="vendor/">
          {vendor.state === 'none' ? (
            <span className="text-faint">{t('modules.vendor.none')}</span>
          ) : (
            <Tag tone={vendor.state === 'in-step' ? 'ok' : 'warn'}>{t(`modules.vendor.${vendor.state}`)}</Tag>
          )}
        </Fact>
        {excluded.map((each) => (
          <Fact key={`${each.path} ${each.version}`} name={t('modules.excluded')}>
            <code className="wrap-anywhere">
              {each.path} {each.version}
            </code>{' '}
            <span className="text-faint">{placeOf(each)}</span>
          </Fact>
        ))}
        {workspace ? (
          <Fact name={t('modules.workspace')}>
            <Path path={workspace.file} home={home} />
            {workspace.members.map((each) => (
              <Path key={each.dir} path={each.dir} home={home} className="text-muted" />
            ))}
          </Fact>
        ) : null}
      </Facts>
      {vendor.differences.length > 0 ? (
        <ul aria-label={t('modules.vendor.differences')} className="mt-1 text-sm text-muted">
          {vendor.differences.map((line) => (
            <li key={line} className="wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
