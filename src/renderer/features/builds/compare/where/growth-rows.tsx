import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { useFirstRows } from '../../use-first-rows.ts';
import type { Scale } from './bar-scale.ts';
import { ChangeBar } from './change-bar.tsx';
import { RowName } from './row-name.tsx';
import type { GrowthRow } from './rows.ts';

/** The number of rows before the "more" button. */
const maxRows = 14;

/** For the columns of sizes, which are hidden in narrow windows. */
export const onlyWide = 'text-right text-sm text-faint @max-[620px]:hidden';

/** What a row without rows of its own unfolds to; null: nothing. It is drawn when it is unfolded. */
export type Inside = (row: GrowthRow, place: Pick<Place, 'scale' | 'depth'>) => ReactElement | null;

interface Place {
  scale: Scale;
  /** 0 for the outermost rows. */
  depth: number;
  inside?: Inside | undefined;
}

/** Rows of a `GrowthList`. */
export function Rows({ rows, ...place }: Place & { rows: readonly GrowthRow[] }): ReactElement {
  const { t } = useTranslation();
  const { shown, rest, next, showMore } = useFirstRows(rows, maxRows);
  return (
    <>
      {shown.map((row) => (
        <Row key={row.key} row={row} {...place} />
      ))}
      {rest > 0 ? (
        <li className="col-span-full">
          <Button variant="quiet" className="-ml-[11px]" onClick={showMore}>
            {t('builds.comparison.more', { count: next })}
          </Button>
        </li>
      ) : null}
    </>
  );
}

function Row({ row, scale, depth, inside }: Place & { row: GrowthRow }): ReactElement {
  const [open, setOpen] = useState(false);
  const within = inside?.(row, { scale, depth: depth + 1 }) ?? null;
  const unfolds = row.rows.length > 0 || within !== null;
  return (
    <li className="contents">
      <RowName row={row} open={unfolds ? open : null} onToggle={() => setOpen(!open)} depth={depth} />
      {row.change === null ? <span /> : <ChangeBar change={row.change} scale={scale} />}
      <span className={onlyWide}>{row.a === null ? '–' : <Bytes value={row.a} />}</span>
      <span className={onlyWide}>{row.b === null ? '–' : <Bytes value={row.b} />}</span>
      {row.change === null ? (
        <span className="text-right text-faint">–</span>
      ) : (
        <ByteChange value={row.change} className="text-right font-medium" />
      )}
      {open ? (
        <ul className="contents">
          <Rows rows={row.rows} scale={scale} depth={depth + 1} inside={inside} />
          {within}
        </ul>
      ) : null}
    </li>
  );
}
