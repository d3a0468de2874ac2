import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptSnapshot } from '#contract/snapshots';
import { tellChange } from '#contract/words/drift';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { formatRelative } from '#ui/relative-time.ts';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { useExport } from './use-export.ts';

/** One snapshot: when, which Go, and what had changed. `before`: the one before it; null: it is the first. */
export function SnapshotRow({
  kept,
  before,
  onCompare,
}: {
  kept: KeptSnapshot;
  before: string | null;
  /** Ids of snapshots, or `now`. */
  onCompare: (a: string, b: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const { id, takenAt, lastSeenAt, go, changes } = kept;
  const { save, copy } = useExport(id);
  const [first, ...more] = changes ?? [];
  const isSeenLater = formatRelative(takenAt, locale, now) !== formatRelative(lastSeenAt, locale, now);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-t border-line-2 px-2.5 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <time
            dateTime={takenAt}
            title={new Date(takenAt).toLocaleString(locale)}
            className="num font-medium"
          >
            {formatRelative(takenAt, locale, now)}
          </time>
          <span className="num text-sm text-muted">{go ?? t('snapshots.noGo')}</span>
          <span className="num text-sm text-faint">
            {id}
            {isSeenLater
              ? ` · ${t('snapshots.until', { when: formatRelative(lastSeenAt, locale, now) })}`
              : ''}
          </span>
        </p>
        <p className="mt-0.5 max-w-[90ch] text-muted [overflow-wrap:anywhere]">
          {first
            ? tellChange(first, locale)
            : t(before === null ? 'snapshots.first' : 'snapshots.nothingBefore')}
          {more.length === 0 ? null : (
            <span className="text-faint"> {t('snapshots.more', { count: more.length })}</span>
          )}
        </p>
      </div>
      <span className="ml-auto flex items-center gap-1">
        {before === null ? null : (
          <Button aria-label={t('snapshots.compareOne', { id })} onClick={() => onCompare(before, id)}>
            {t('snapshots.compare')}
          </Button>
        )}
        <Menu trigger={<MoreButton label={t('snapshots.actions', { id })} />}>
          <MenuItem onClick={() => onCompare(id, 'now')}>{t('snapshots.withNow')}</MenuItem>
          <MenuItem onClick={save}>{t('snapshots.save')}</MenuItem>
          <MenuItem onClick={copy}>{t('snapshots.copy')}</MenuItem>
        </Menu>
      </span>
    </li>
  );
}
