import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { formatBytes } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { ByteChange } from '#ui/numbers.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { imageTag } from '../image-tag.ts';
import { PartName } from '../part-name.tsx';
import { useFirstRows } from '../use-first-rows.ts';
import { type PartRow, partTable, totals } from './part-table.ts';
import { SizeCell } from './size-cell.tsx';

/** The number of rows before the "more" button. */
const maxRows = 20;

/** Several builds side by side: a row for each part, a column for each build. */
export function PartsGrid({ builds }: { builds: readonly BuildDetail[] }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const rows = partTable(builds);
  const whole = totals(builds);
  return (
    <Table
      label={t('comparison.several.table')}
      className="[&_table]:table-fixed"
      head={
        <>
          <Th className="w-[34%]">{t('comparison.several.part')}</Th>
          {builds.map((build, index) => (
            <Th key={build.id} numeric className="overflow-hidden px-0.5! align-bottom text-ellipsis">
              <span className="num text-text">{build.id}</span>
              <span className="block truncate font-normal">
                {imageTag(build) ?? build.goVersion?.replace(/^go/, '')}
                <span className="sr-only"> {formatBytes(whole.bytes[index] ?? 0, locale)}</span>
              </span>
            </Th>
          ))}
          <Th numeric className="w-[84px]">
            {t('builds.comparison.change')}
          </Th>
        </>
      }
    >
      <Cells row={{ ...whole, key: '', kind: 'modules', name: '', rows: [] }} columns={builds.length}>
        <b className="font-semibold">
          {t(`builds.sizes.${builds[0]?.image ? 'engineReported' : 'artifactBytes'}`)}
        </b>
      </Cells>
      <Rows rows={rows} columns={builds.length} depth={0} />
    </Table>
  );
}

function Rows({
  rows,
  columns,
  depth,
}: {
  rows: readonly PartRow[];
  columns: number;
  depth: number;
}): ReactElement {
  const { t } = useTranslation();
  const { shown, rest, next, showMore } = useFirstRows(rows, maxRows);
  return (
    <>
      {shown.map((row) => (
        <Row key={row.key} row={row} columns={columns} depth={depth} />
      ))}
      {rest > 0 ? (
        <Tr>
          <Td colSpan={columns + 2}>
            <Button variant="quiet" className="-ml-[11px]" onClick={showMore}>
              {t('builds.comparison.more', { count: next })}
            </Button>
          </Td>
        </Tr>
      ) : null}
    </>
  );
}

function Row({ row, columns, depth }: { row: PartRow; columns: number; depth: number }): ReactElement {
  const [open, setOpen] = useState(false);
  const name = <PartName kind={row.kind} name={row.name} />;
  return (
    <>
      <Cells row={row} columns={columns}>
        {row.rows.length > 0 ? (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex max-w-full min-w-0 items-center gap-1.5 rounded-[4px] text-left hover:text-accent"
          >
            <ChevronRight size={14} aria-hidden className={cx('shrink-0 text-faint', open && 'rotate-90')} />
            {name}
          </button>
        ) : (
          <span className={cx('flex min-w-0', depth > 0 && 'pl-5')}>{name}</span>
        )}
      </Cells>
      {open ? <Rows rows={row.rows} columns={columns} depth={depth + 1} /> : null}
    </>
  );
}

function Cells({
  row,
  columns,
  children,
}: {
  row: PartRow;
  columns: number;
  /** The name. */
  children: ReactElement;
}): ReactElement {
  const maxBytes = Math.max(0, ...row.bytes.map((each) => each ?? 0));
  return (
    <Tr>
      <Td>{children}</Td>
      {row.bytes.map((bytes, index) => (
        <SizeCell
          // Columns have no other identity in a row.
          key={index}
          bytes={bytes}
          before={row.bytes[index - 1]}
          maxBytes={maxBytes}
          columns={columns}
        />
      ))}
      <Td numeric>
        {row.change === undefined ? <span className="text-faint">–</span> : <ByteChange value={row.change} />}
      </Td>
    </Tr>
  );
}
