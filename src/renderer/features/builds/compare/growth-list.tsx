import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedDelta } from '#contract/builds';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Tag } from '#ui/tag.tsx';

/** Rows drawn before "more" is asked for. */
const mostRows = 14;

/** A bar from the middle: growth to the right, shrinkage to the left; the longest of all fills its half. */
function ChangeBar({ change, longest }: { change: number; longest: number }): ReactElement {
  const half = (Math.abs(change) / longest) * 50;
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

/** What changed, biggest change first: name, a bar from the middle, both sizes, the change. */
export function GrowthList({
  rows,
  label,
  name,
}: {
  rows: readonly NamedDelta[];
  /** For screen readers. */
  label: string;
  /** How a raw name is said. */
  name?: (raw: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const changed = rows.filter(({ change }) => change !== null && change !== 0);
  if (changed.length === 0)
    return <p className="py-4 text-center text-muted">{t('builds.comparison.nothing')}</p>;
  const longest = Math.max(...changed.map(({ change }) => Math.abs(change ?? 0)));
  const shown = all ? changed : changed.slice(0, mostRows);
  const rest = changed.length - shown.length;
  return (
    <>
      <ul
        aria-label={label}
        className="grid grid-cols-[minmax(140px,1.1fr)_minmax(120px,1.6fr)_auto_auto] items-center gap-x-4 gap-y-[7px]"
      >
        {shown.map((row) => (
          <li key={row.name} className="contents">
            <span className="flex min-w-0 items-center gap-1.5">
              <code className="truncate" title={row.name}>
                {name ? name(row.name) : row.name}
              </code>
              {row.a ? null : <Tag tone="warn">{t('builds.comparison.new')}</Tag>}
              {row.b ? null : <Tag tone="ok">{t('builds.comparison.gone')}</Tag>}
            </span>
            <ChangeBar change={row.change ?? 0} longest={longest} />
            <span className="text-right text-sm text-faint max-[900px]:hidden">
              <Bytes value={row.a ?? 0} /> → <Bytes value={row.b ?? 0} />
            </span>
            <ByteChange value={row.change ?? 0} className="text-right font-medium" />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button look="quiet" className="mt-1.5 -ml-2.5" onClick={() => setAll(true)}>
          {t('builds.comparison.more', { count: rest })}
        </Button>
      ) : null}
    </>
  );
}
