import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedDelta } from '#contract/builds';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Tag } from '#ui/tag.tsx';
import { type PartKind, PartName } from '../part-name.tsx';

/** The number of rows before the "more" button. */
const maxRows = 14;

/** For the columns of sizes, which are hidden in narrow windows. */
const onlyWide = 'text-right text-sm text-faint @max-[620px]:hidden';

/** A bar from the middle, to the right for growth and to the left for shrinkage, in proportion to `maxChange`. */
function ChangeBar({ change, maxChange }: { change: number; maxChange: number }): ReactElement {
  const half = (Math.abs(change) / maxChange) * 50;
  return (
    <span aria-hidden className="relative block h-3.5 overflow-hidden rounded-[3px] bg-panel-2">
      <span
        className={cx('absolute inset-y-0 rounded-[3px]', change > 0 ? 'bg-grow' : 'bg-shrink')}
        style={{ left: `${change > 0 ? 50 : 50 - half}%`, width: `max(2px, ${half}%)` }}
      />
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
    </span>
  );
}

/** The rows that changed, each with a bar, both sizes and the change. */
export function GrowthList({
  kind,
  rows,
  label,
}: {
  kind: PartKind;
  rows: readonly NamedDelta[];
  /** The accessible name of the list. */
  label: string;
}): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const changed = rows.filter(({ change }) => change !== null && change !== 0);
  if (changed.length === 0) return <p className="py-4 text-muted">{t('builds.comparison.nothing')}</p>;
  const maxChange = Math.max(...changed.map(({ change }) => Math.abs(change ?? 0)));
  const shown = all ? changed : changed.slice(0, maxRows);
  const rest = changed.length - shown.length;
  return (
    <div className="@container">
      <ul
        aria-label={label}
        className="grid grid-cols-[minmax(0,1.2fr)_minmax(80px,1.5fr)_auto_auto_auto] items-center gap-x-4 gap-y-[7px] @max-[620px]:grid-cols-[minmax(0,1.2fr)_minmax(80px,1fr)_auto]"
      >
        <li aria-hidden className="contents text-xs font-medium text-faint">
          <span />
          <span />
          <span className={onlyWide}>A</span>
          <span className={onlyWide}>B</span>
          <span className="text-right text-sm">{t('builds.comparison.change')}</span>
        </li>
        {shown.map((row) => (
          <li key={row.name} className="contents">
            <span className="flex min-w-0 items-center gap-1.5">
              <PartName kind={kind} name={row.name} />
              {row.a ? null : <Tag tone="warn">{t('builds.comparison.new')}</Tag>}
              {row.b ? null : <Tag tone="ok">{t('builds.comparison.gone')}</Tag>}
            </span>
            <ChangeBar change={row.change ?? 0} maxChange={maxChange} />
            <span className={onlyWide}>{row.a ? <Bytes value={row.a} /> : '–'}</span>
            <span className={onlyWide}>{row.b ? <Bytes value={row.b} /> : '–'}</span>
            <ByteChange value={row.change ?? 0} className="text-right font-medium" />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" className="mt-1.5 -ml-[11px]" onClick={() => setAll(true)}>
          {t('builds.comparison.more', { count: rest })}
        </Button>
      ) : null}
    </div>
  );
}
