import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Install } from '#app/installs/installs.ts';
import type { Toolchain } from '#contract/toolchains';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { InstallRow } from './install-row.tsx';
import { ToolchainRow } from './toolchain-row.tsx';

/** What is here first, then what is coming. */
export function ToolchainTable({
  toolchains,
  installs,
}: {
  /** undefined: not known yet. */
  toolchains: readonly Toolchain[] | undefined;
  installs: readonly Install[];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Table
      label={t('toolchains.list')}
      head={
        <>
          <Th>{t('toolchains.column.version')}</Th>
          <Th>{t('toolchains.column.runsAs')}</Th>
          <Th>{t('toolchains.column.from')}</Th>
          <Th>{t('toolchains.column.usedBy')}</Th>
          <Th numeric>{t('toolchains.column.size')}</Th>
          <Th className="w-12">
            <span className="sr-only">{t('toolchains.column.actions')}</span>
          </Th>
        </>
      }
    >
      {toolchains === undefined
        ? [0, 1, 2].map((row) => <SkeletonRow key={row} />)
        : toolchains.map((toolchain) => <ToolchainRow key={toolchain.path} toolchain={toolchain} />)}
      {installs.map((install) => (
        <InstallRow key={install.id} install={install} />
      ))}
    </Table>
  );
}

function SkeletonRow(): ReactElement {
  return (
    <Tr>
      {['w-24', 'w-20', 'w-40', 'w-16', 'w-14', 'w-0'].map((width) => (
        <Td key={width}>
          <Skeleton className={width} />
        </Td>
      ))}
    </Tr>
  );
}
