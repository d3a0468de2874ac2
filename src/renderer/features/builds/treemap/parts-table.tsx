import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { PartName } from '../part-name.tsx';
import { changeOf, type ProgramPart } from '#contract/report/program-tree';
import { useFirstRows } from '../use-first-rows.ts';

/** The number of rows before the "more" button. */
const maxRows = 25;

/** What the treemap shows as a table, folded until it is wanted. */
export function PartsTable({
  parts,
  onOpen,
}: {
  parts: readonly ProgramPart[];
  onOpen: (part: ProgramPart) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { shown, rest, next, showMore } = useFirstRows(parts, maxRows);
  return (
    <details className="mt-2.5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-[4px] text-sm text-muted hover:text-text">
        {t('comparison.treemap.table')}
      </summary>
      {open ? (
        <div className="mt-2">
          <Table
            label={t('comparison.treemap.table')}
            className="[&_table]:table-fixed"
            head={
              <>
                <Th>{t('builds.column.subject')}</Th>
                <Th numeric className="w-24">
                  {t('builds.column.size')}
                </Th>
                <Th numeric className="w-24">
                  {t('builds.column.change')}
                </Th>
              </>
            }
          >
            {shown.map((part) => (
              <Tr key={part.key}>
                <Td>
                  {part.parts.length > 0 ? (
                    <button
                      type="button"
                      onClick={() => onOpen(part)}
                      className="flex max-w-full rounded-[4px] text-left hover:text-accent"
                    >
                      <PartName kind={part.kind} name={part.name} />
                    </button>
                  ) : (
                    <span className="flex">
                      <PartName kind={part.kind} name={part.name} />
                    </span>
                  )}
                </Td>
                <Td numeric>
                  <Bytes value={part.bytes} />
                </Td>
                <Td numeric>
                  <Change part={part} />
                </Td>
              </Tr>
            ))}
          </Table>
          {rest > 0 ? (
            <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={showMore}>
              {t('builds.comparison.more', { count: next })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </details>
  );
}

function Change({ part }: { part: ProgramPart }): ReactElement {
  const { t } = useTranslation();
  const change = changeOf(part);
  if (change === undefined) return <span className="text-faint">–</span>;
  if (part.before === null) return <span className="text-grow">{t('builds.comparison.new')}</span>;
  return <ByteChange value={change} />;
}
