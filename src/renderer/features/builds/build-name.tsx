import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { formatDuration } from '#contract/units';
import { folderName } from '#shared/projects/index.ts';
import { cx } from '#ui/cx.ts';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { imageTag } from './image-tag.ts';

/** The name of a build in the list, with tags, and the values of columns that are hidden in narrow windows. */
export function BuildName({ build, allProjects }: { build: Build; allProjects: boolean }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { subject, kind, status, project, goVersion, target, image, durationMs } = build;
  const tag = imageTag(build);
  const name = allProjects && project ? folderName(project) : null;
  const rest = [
    kind === 'image' && t('builds.imageTag'),
    goVersion,
    target ?? image?.platform,
    durationMs && formatDuration(durationMs, locale),
  ];
  return (
    <>
      <span className="flex items-center gap-2">
        <span className="flex min-w-0 items-baseline">
          <Path path={subject} />
          {tag ? <code className="shrink-0 pl-1.5 text-muted">{tag}</code> : null}
        </span>
        {kind === 'image' ? <Tag className="@max-[760px]:hidden">{t('builds.imageTag')}</Tag> : null}
        {status === 'failed' ? <Tag tone="bad">{t('builds.status.failed')}</Tag> : null}
        {status === 'cancelled' ? <Tag tone="warn">{t('builds.status.cancelled')}</Tag> : null}
      </span>
      <span
        className={cx(
          'block truncate text-sm text-faint @max-[760px]:whitespace-normal',
          !name && 'hidden @max-[760px]:block',
        )}
      >
        {name}
        <span className="hidden @max-[760px]:inline">
          {name ? ' · ' : null}
          {rest.filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  );
}
