import type { TFunction } from 'i18next';
import type { BuildRow } from '#contract/build-list';

/** The Go of a build; of an image whose programs were built by several, how many. null: not known. */
export function goWords({ build, read }: Pick<BuildRow, 'build' | 'read'>, t: TFunction): string | null {
  const several = read && read.goVersions.length > 1;
  return several ? t('buildList.goVersions', { n: read.goVersions.length }) : build.goVersion;
}
