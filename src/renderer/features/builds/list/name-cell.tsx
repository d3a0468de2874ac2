import Pin from 'lucide-react/icons/pin';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildRow } from '#contract/build-list';
import { formatDuration } from '#contract/units';
import { folderName } from '#shared/projects/index.ts';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';
import { imageTag } from '../image-tag.ts';
import { commitWords } from './commit-words.ts';
import type { Column } from './columns.ts';
import { goWords } from './go-words.ts';

/** What was built and what a person calls it, with the values of columns for which there is no room. */
export function NameCell({
  row: { build, unusualFlags, read },
  missing,
  allProjects,
  hasNote,
}: {
  row: BuildRow;
  /** The chosen columns that are not shown. */
  missing: readonly Column[];
  allProjects: boolean;
  /** The note has a column of its own. */
  hasNote: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { subject, kind, status, project, vcs } = build;
  const tag = imageTag(build);
  const values: Partial<Record<Column, string | null | undefined>> = {
    go: goWords({ build, read }, t),
    target: build.target ?? build.image?.platform,
    branch: vcs?.branch,
    commit: vcs && commitWords(vcs),
    flags: unusualFlags.join(' '),
    by: build.builtBy,
    duration: build.durationMs === null ? null : formatDuration(build.durationMs, locale),
  };
  const below = [
    allProjects && project ? folderName(project) : null,
    kind === 'image' ? t('builds.imageTag') : null,
    ...missing.map((column) => values[column]),
  ].filter(Boolean);
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        {build.pinned ? (
          <Pin size={12} role="img" aria-label={t('buildList.pinned')} className="shrink-0 text-accent" />
        ) : null}
        {build.name ? <b className="max-w-2/3 shrink-0 truncate font-semibold">{build.name}</b> : null}
        <span className="flex min-w-0 items-baseline">
          <Path path={subject} />
          {tag ? <code className="max-w-2/3 shrink-0 truncate pl-1.5 text-muted">{tag}</code> : null}
        </span>
        {vcs?.tag ? <Tag tone="accent">{vcs.tag}</Tag> : null}
        {status === 'failed' ? <Tag tone="bad">{t('builds.status.failed')}</Tag> : null}
        {status === 'cancelled' ? <Tag tone="warn">{t('builds.status.cancelled')}</Tag> : null}
      </span>
      {below.length > 0 ? (
        <span className="line-clamp-2 text-sm wrap-anywhere text-faint">
          {below.map((each) => unbroken(String(each))).join('\u00A0· ')}
        </span>
      ) : null}
      {build.note && !hasNote ? (
        <span className="block truncate text-sm text-muted">{build.note}</span>
      ) : null}
    </>
  );
}
