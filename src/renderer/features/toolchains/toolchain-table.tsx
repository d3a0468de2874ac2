import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Install } from '#shared/installs/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { cx } from '#ui/cx.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { InstallRow } from './install-row.tsx';
import { onlyWide, ToolchainRow } from './toolchain-row.tsx';

/** The installed toolchains, followed by the installs. */
export function ToolchainTable({
  toolchains,
  installs,
}: {
  /** undefined while loading. */
  toolchains: readonly Toolchain[] | undefined;
  installs: readonly Install[];
}): ReactElement {
  const { t } = useTranslation();
  const here = new Set(toolchains?.map(({ path }) => path));
  return (
    <Table
      label={t('toolchains.list')}
      // The widths do not depend on the rows, which change when an install ends.
      className="[&>table]:table-fixed"
      head={
        <>
          <Th className="w-[27%] @max-[720px]:w-[30%]">{t('toolchains.column.version')}</Th>
          <Th className="w-[15%] @max-[720px]:w-[20%]">{t('toolchains.column.runsAs')}</Th>
          <Th>{t('toolchains.column.from')}</Th>
          <Th className={cx('w-[17%]', onlyWide)}>{t('toolchains.column.usedBy')}</Th>
          <Th numeric className="w-22">
            {t('toolchains.column.size')}
          </Th>
          <Th className="w-12">
            <span className="sr-only">{t('toolchains.column.actions')}</span>
          </Th>
        </>
      }
    >
      {toolchains === undefined
        ? [0, 1, 2].map((row) => <SkeletonRow key={row} />)
        : toolchains.map((toolchain) => (
            <ToolchainRow
              key={toolchain.path}
              toolchain={toolchain}
              nativeBeside={toolchains.some((each) => runsInPlaceOf(each, toolchain))}
            />
          ))}
      {installs
        .filter(({ arrived }) => arrived === undefined || !here.has(arrived))
        .map((install) => (
          <InstallRow key={install.id} install={install} />
        ))}
    </Table>
  );
}

/** Whether `one` is the native build of the version of `other`, which is translated. */
function runsInPlaceOf(one: Toolchain, other: Toolchain): boolean {
  return (
    one.version === other.version &&
    one.runsAs === 'native' &&
    other.runsAs === 'translated' &&
    !one.adopted?.gone
  );
}

function SkeletonRow(): ReactElement {
  return (
    <Tr>
      <Td>
        <Skeleton className="w-24" />
      </Td>
      <Td>
        <Skeleton className="w-20" />
      </Td>
      <Td>
        <Skeleton className="w-44" />
      </Td>
      <Td className={onlyWide}>
        <Skeleton className="w-16" />
      </Td>
      <Td numeric>
        <Skeleton className="w-14" />
      </Td>
      <Td />
    </Tr>
  );
}
