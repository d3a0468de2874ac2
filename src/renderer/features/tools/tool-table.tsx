import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tool } from '#contract/tools';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { onlyWide, ToolRow } from './tool-row.tsx';

/** All tools, sorted by name. */
export function ToolTable({
  tools,
  goVersion,
  onRebuild,
}: {
  /** undefined while loading. */
  tools: readonly Tool[] | undefined;
  /** The Go that a rebuild would use; null if none is selected. */
  goVersion: string | null;
  onRebuild: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Table
      label={t('tools.list')}
      head={
        <>
          <Th>{t('tools.column.name')}</Th>
          <Th>{t('tools.column.module')}</Th>
          <Th>{t('tools.column.builtWith')}</Th>
          <Th>{t('tools.column.processor')}</Th>
          <Th numeric className={onlyWide}>
            {t('tools.column.size')}
          </Th>
          <Th className="w-12">
            <span className="sr-only">{t('tools.column.actions')}</span>
          </Th>
        </>
      }
    >
      {tools === undefined
        ? [0, 1, 2].map((row) => <SkeletonRow key={row} />)
        : tools.map((tool) => (
            <ToolRow
              key={tool.path}
              tool={tool}
              goVersion={goVersion}
              onRebuild={() => onRebuild(tool.path)}
            />
          ))}
    </Table>
  );
}

function SkeletonRow(): ReactElement {
  return (
    <Tr>
      {['w-20', 'w-52', 'w-24', 'w-20', 'w-14'].map((width) => (
        <Td key={width}>
          <Skeleton className={width} />
        </Td>
      ))}
      <Td />
    </Tr>
  );
}
