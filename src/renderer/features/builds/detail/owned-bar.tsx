import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { cx } from '#ui/cx.ts';
import { Bytes } from '#ui/numbers.tsx';

/** How a number is known, from certain to shared. */
export const hows = { exact: 'bg-accent', byReference: 'bg-accent/60', byShare: 'bg-accent/30' } as const;

/** How much of a program its packages own, and how that is known; the rest has no owner. */
export function OwnedBar({ build }: { build: BuildDetail }): ReactElement | null {
  const { t } = useTranslation();
  const { owned, artifact } = build;
  if (!owned || !artifact) return null;
  const { bytes, byReference, byShare } = owned;
  const rows = [
    { how: 'exact', bytes: bytes - byReference - byShare },
    { how: 'byReference', bytes: byReference },
    { how: 'byShare', bytes: byShare },
  ] as const;
  return (
    <>
      <p className="mb-1.5">{t('comparison.owned', { percent: Math.floor(owned.percent) })}</p>
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-line-2">
        {rows.map((row) => (
          <span
            key={row.how}
            className={cx('block h-full', hows[row.how])}
            style={{ width: `${(row.bytes / artifact.bytes) * 100}%` }}
          />
        ))}
      </div>
      <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 gap-y-0.5 text-sm">
        {rows.map((row) => (
          <div key={row.how} className="contents">
            <dt className="flex items-baseline justify-between gap-2">
              <span aria-hidden className={cx('size-2 rounded-[2px]', hows[row.how])} />
              <Bytes value={row.bytes} />
            </dt>
            <dd className="text-muted">{t(`comparison.how.${row.how}`)}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="flex items-baseline justify-between gap-2">
            <span aria-hidden className="size-2 rounded-[2px] bg-line-strong" />
            <Bytes value={artifact.bytes - bytes} />
          </dt>
          <dd className="text-muted">{t('comparison.noOwner')}</dd>
        </div>
      </dl>
    </>
  );
}
