import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { PartName } from '../part-name.tsx';
import type { PartKind } from '#contract/report/part';
import { useFirstRows } from '../use-first-rows.ts';

/** Parts with their sizes, largest first, each with a bar in proportion to the largest. */
export function ShareList({
  kind,
  rows,
  maxRows = 10,
}: {
  kind: PartKind;
  rows: readonly { name: string; bytes: number }[];
  /** The number of rows before the "more" button. */
  maxRows?: number;
}): ReactElement {
  const { t } = useTranslation();
  const maxBytes = Math.max(1, ...rows.map(({ bytes }) => bytes));
  const { shown, rest, showMore } = useFirstRows(rows, maxRows);
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)_minmax(48px,120px)_auto] items-center gap-x-3 gap-y-1.5">
        {shown.map(({ name, bytes }, index) => (
          <li key={`${index} ${name}`} className="contents">
            <span className="flex min-w-0">
              <PartName kind={kind} name={name} />
            </span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-line-2">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(bytes / maxBytes) * 100}%` }}
              />
            </span>
            <Bytes value={bytes} className="min-w-[76px] text-right" />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={showMore}>
          {t('builds.detail.more', { count: rest })}
        </Button>
      ) : null}
    </>
  );
}
