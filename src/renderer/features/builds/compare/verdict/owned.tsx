import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnedBytes } from '#contract/binaries';
import { formatBytes } from '#contract/units';
import { Popover } from '#ui/popover.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** How much of a program its packages own; on request, how that is known. */
export function Owned({ owned }: { owned: OwnedBytes }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const exact = owned.bytes - owned.byReference - owned.byShare;
  const rows = [
    ['exact', exact],
    ['byReference', owned.byReference],
    ['byShare', owned.byShare],
  ] as const;
  return (
    <Popover
      trigger={
        <button
          type="button"
          className="ml-auto shrink-0 rounded-[4px] text-sm text-muted underline decoration-line-strong decoration-dotted underline-offset-4"
        >
          {t('comparison.owned', { percent: Math.floor(owned.percent) })}
        </button>
      }
      title={t('comparison.ownedHow')}
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {rows.map(([how, bytes]) => (
          <div key={how} className="contents">
            <dt className="num text-right font-medium text-text">{formatBytes(bytes, locale)}</dt>
            <dd>{t(`comparison.how.${how}`)}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
