import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { changeSincePredecessor, predecessor, recordedBytes } from '#contract/series';
import { cx } from '#ui/cx.ts';
import { ByteChange, Bytes, Duration, Moment } from '#ui/numbers.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { BuiltAt } from './built-at.tsx';
import { BuildMenu } from './build-menu.tsx';
import { BuildName } from './build-name.tsx';
import { maxBuilds } from './several/chosen.ts';

interface Actions {
  onChoose: (id: string) => void;
  onCompare: (a: string, b: string) => void;
  onDetails: (build: Build) => void;
}

/** For columns that are hidden in narrow windows, where `BuildName` shows their values. */
const onlyWide = '@max-[760px]:hidden';

/** The recorded builds, which can be selected. */
export function BuildsTable({
  builds,
  allProjects,
  chosen,
  ...actions
}: Actions & {
  /** Newest first. */
  builds: readonly Build[];
  /** Whether builds of several projects are listed, so that each needs its project's name. */
  allProjects: boolean;
  chosen: readonly string[];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Table
      label={t('builds.list')}
      head={
        <>
          <Th className="w-8">
            <span className="sr-only">{t('builds.column.choose')}</span>
          </Th>
          <Th>{t('builds.column.id')}</Th>
          <Th>{t('builds.column.subject')}</Th>
          <Th className={onlyWide}>{t('builds.column.go')}</Th>
          <Th className={onlyWide}>{t('builds.column.target')}</Th>
          <Th numeric>{t('builds.column.size')}</Th>
          <Th numeric>{t('builds.column.change')}</Th>
          <Th numeric className={onlyWide}>
            {t('builds.column.time')}
          </Th>
          <Th numeric>{t('builds.column.when')}</Th>
          <Th className="w-8">
            <span className="sr-only">{t('toolchains.column.actions')}</span>
          </Th>
        </>
      }
    >
      {builds.map((build, index) => (
        <BuildRow
          key={build.id}
          build={build}
          change={changeSincePredecessor(builds, index)}
          before={predecessor(builds, index)}
          allProjects={allProjects}
          isChosen={chosen.includes(build.id)}
          isFull={chosen.length >= maxBuilds}
          {...actions}
        />
      ))}
    </Table>
  );
}

function BuildRow({
  build,
  change,
  before,
  allProjects,
  isChosen,
  isFull,
  onChoose,
  onCompare,
  onDetails,
}: Actions & {
  build: Build;
  /** Bytes since `before`. */
  change: number | null;
  before: Build | undefined;
  allProjects: boolean;
  isChosen: boolean;
  /** No more can be selected. */
  isFull: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const bytes = recordedBytes(build);
  return (
    <Tr className={cx(isChosen && 'bg-accent-soft')}>
      <Td>
        <input
          type="checkbox"
          aria-label={t('builds.choose', { id: build.id })}
          checked={isChosen}
          disabled={bytes === null || (!isChosen && isFull)}
          onChange={() => onChoose(build.id)}
          className="block size-3.5 accent-accent disabled:opacity-30"
        />
      </Td>
      <Td>
        <button
          type="button"
          onClick={() => onDetails(build)}
          className="num rounded-[4px] font-semibold hover:text-accent"
        >
          {build.id}
        </button>
      </Td>
      <Td className="w-2/5 max-w-0 @max-[760px]:w-full">
        <BuildName build={build} allProjects={allProjects} />
      </Td>
      <Td className={cx('num whitespace-nowrap', onlyWide)}>{build.goVersion ?? ''}</Td>
      <Td className={cx('text-muted whitespace-nowrap', onlyWide)}>
        {build.target ?? build.image?.platform ?? ''}
      </Td>
      <Td numeric>{bytes === null ? null : <Bytes value={bytes} />}</Td>
      <Td numeric>{change === null ? null : <ByteChange value={change} />}</Td>
      <Td numeric className={cx('text-muted', onlyWide)}>
        {build.durationMs === null ? null : <Duration ms={build.durationMs} />}
      </Td>
      <Td numeric className="text-muted">
        <Moment iso={build.startedAt} relative />
        <BuiltAt build={build} className="block text-sm text-faint @max-[760px]:hidden" />
      </Td>
      <Td>
        <BuildMenu build={build} before={before} onCompare={onCompare} onDetails={onDetails} />
      </Td>
    </Tr>
  );
}
