import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { formatDuration } from '#contract/units';
import { Card } from '#ui/card.tsx';
import { ByteChange, PercentChange } from '#ui/numbers.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Hook: the changes of modules as text: `3 modules changed · 1 added`. */
function useModuleText({ modules }: Comparison): string {
  const { t } = useTranslation();
  const differing = modules.filter((each) => each.kind === 'dependency' && each.versionA !== each.versionB);
  const added = differing.filter((each) => each.versionA === null);
  const removed = differing.filter((each) => each.versionB === null);
  const changed = differing.filter((each) => each.versionA !== null && each.versionB !== null);
  const words = [
    changed.length > 0 ? t('builds.comparison.moduleCount.changed', { count: changed.length }) : null,
    added.length > 0 ? t('builds.comparison.moduleCount.added', { count: added.length }) : null,
    removed.length > 0 ? t('builds.comparison.moduleCount.removed', { count: removed.length }) : null,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : t('builds.comparison.moduleCount.none');
}

/** The change in size, with both build times and the number of modules that differ. */
export function ChangeCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const modules = useModuleText(comparison);
  const { change, durationMs, measure } = comparison;
  const isProgram = comparison.a.kind === 'program';
  const isOneBuild = comparison.a.id === comparison.b.id;
  return (
    <Card title={t('builds.comparison.change')} quietTitle className="[&>div]:min-h-[30px]">
      {isOneBuild ? (
        <p className="text-muted">{t('builds.comparison.sameBuild')}</p>
      ) : change.change === null ? (
        <p className="text-muted">{t('builds.comparison.noSize')}</p>
      ) : change.change === 0 ? (
        <div className="text-xl font-semibold">{t('builds.comparison.same')}</div>
      ) : (
        <div className="flex flex-wrap items-baseline gap-x-2.5">
          <ByteChange value={change.change} className="text-3xl font-semibold tracking-[-0.02em]" />
          {change.percent === null ? null : (
            <PercentChange value={change.percent} className="text-lg font-semibold" />
          )}
        </div>
      )}
      {!isOneBuild && durationMs.a !== null && durationMs.b !== null ? (
        <Tooltip content={t('builds.comparison.tookHint')}>
          <p className="w-fit text-muted">
            {t('builds.comparison.took', {
              a: formatDuration(durationMs.a, locale),
              b: formatDuration(durationMs.b, locale),
            })}
          </p>
        </Tooltip>
      ) : null}
      {isOneBuild ? null : (
        <p className="text-faint">{isProgram ? modules : measure ? t(`builds.sizes.${measure}`) : null}</p>
      )}
    </Card>
  );
}
