import type { TFunction } from 'i18next';
import type { Build } from '#contract/build';

/** What to say next to a commit about uncommitted changes; null: there are none. */
export function changesOf(vcs: NonNullable<Build['vcs']>, t: TFunction): string | null {
  if (vcs.dirty === null) return t('builds.changesUnknown');
  return vcs.dirty ? t('builds.dirty') : null;
}
