import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhoSet } from '#contract/environment';
import type { Surprise } from '#contract/surprises';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import type { VariableEdit } from './variable-dialog.tsx';
import { onlyWide, VariableRow } from './variable-row.tsx';
import type { VariableRow as Row } from './variable-rows.ts';

/** The variables, by name. */
export function VariableTable({
  rows,
  who,
  onEdit,
  onFix,
  isBusy,
}: {
  /** undefined while loading. */
  rows: readonly Row[] | undefined;
  /** undefined until it is known. */
  who: WhoSet | undefined;
  onEdit: (edit: VariableEdit) => void;
  onFix: (surprise: Surprise) => void;
  isBusy: boolean;
}): ReactElement {
  const { t } = useTranslation();
  if (rows?.length === 0) return <p className="py-4 text-muted">{t('variables.none')}</p>;
  return (
    <Table
      label={t('variables.title')}
      head={
        <>
          <Th>{t('variables.name')}</Th>
          <Th>{t('variables.value')}</Th>
          <Th className={onlyWide}>{t('variables.from')}</Th>
          <Th>
            <span className="sr-only">{t('variables.actions')}</span>
          </Th>
        </>
      }
    >
      {rows === undefined
        ? [0, 1, 2, 3].map((row) => (
            <Tr key={row}>
              <Td colSpan={4}>
                <Skeleton className="w-72 max-w-full" />
              </Td>
            </Tr>
          ))
        : rows.map((row) => (
            <VariableRow
              key={row.name}
              row={row}
              setBy={who?.variables.find(({ name }) => name === row.name)?.setBy ?? null}
              onChange={() => onEdit({ kind: 'set', name: row.name, value: row.value, place: row.setIn[0] })}
              onUnset={() => onEdit({ kind: 'unset', name: row.name, places: row.setIn })}
              onFix={onFix}
              isBusy={isBusy}
            />
          ))}
    </Table>
  );
}
