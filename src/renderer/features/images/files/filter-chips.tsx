import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#ui/cx.ts';
import { type FileFilter, fileFilters } from './matches.ts';

/** The filters of the files, one of which is pressed. */
export function FilterChips({
  filter,
  hasLayer,
  onChoose,
}: {
  filter: FileFilter;
  /** A layer is chosen, so that what it changed can be shown. */
  hasLayer: boolean;
  onChoose: (filter: FileFilter) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('images.files.filter')} className="flex flex-wrap gap-1.5">
      {fileFilters
        .filter((each) => each !== 'here' || hasLayer)
        .map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === filter}
            onClick={() => onChoose(each)}
            className={cx(
              'h-6 rounded-full border px-2.5 text-sm font-medium whitespace-nowrap select-none',
              each === filter
                ? 'border-accent bg-accent-soft text-accent'
                : 'border-line bg-panel text-muted hover:text-text',
            )}
          >
            {t(`images.files.${each}`)}
          </button>
        ))}
    </div>
  );
}
