import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { PartName } from '../part-name.tsx';
import { useFirstRows } from '../use-first-rows.ts';
import type { WrittenCode } from './code-by-origin.ts';

/** The number of rows before the "more" button. */
const maxRows = 10;

/** The code that was written in each package, with how much of it is in functions of others. */
export function OriginList({ rows }: { rows: readonly WrittenCode[] }): ReactElement {
  const { t } = useTranslation();
  const { shown, rest, showMore } = useFirstRows(rows, maxRows);
  return (
    <>
      <p className="mb-1.5 text-sm text-muted">{t('program.origin.hint')}</p>
      <Table
        label={t('program.origin.title')}
        className="[&_table]:table-fixed [&_td]:h-[26px] [&_td]:border-0 [&_td]:py-0"
        head={
          <>
            <Th>{t('program.origin.package')}</Th>
            <Th numeric className="w-[104px]">
              {t('program.origin.written')}
            </Th>
            <Th numeric className="w-[140px]">
              {t('program.origin.elsewhere')}
            </Th>
          </>
        }
      >
        {shown.map(({ path, bytes, elsewhere }) => (
          <Tr key={path}>
            <Td>
              <span className="flex">
                <PartName kind="packages" name={path} />
              </span>
            </Td>
            <Td numeric>
              <Bytes value={bytes} />
            </Td>
            <Td numeric className="text-faint">
              {elsewhere === 0 ? '–' : <Bytes value={elsewhere} />}
            </Td>
          </Tr>
        ))}
      </Table>
      {rest > 0 ? (
        <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={showMore}>
          {t('builds.detail.more', { count: rest })}
        </Button>
      ) : null}
    </>
  );
}
