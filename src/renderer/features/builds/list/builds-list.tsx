import { type CSSProperties, type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { usePreferences } from '#shared/preferences.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { chosenFilters, withoutFilters, writeOrder } from './choices.ts';
import { readColumns } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { forgetBuilds } from './forget.ts';
import { ListTable } from './list-table.tsx';
import { NothingMatches } from './nothing-matches.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { selectionOf } from './selection.ts';
import type { useBuildPages } from './use-build-pages.ts';
import type { ChosenList } from './use-choices.ts';
import { useSize } from './use-size.ts';

/** The list of builds: filters, the selection, and the table. */
export function BuildsList({
  project,
  chosen,
  builds: { pages, rows, total },
  onCompare,
  onDetails,
}: {
  project: string | null;
  chosen: ChosenList;
  builds: ReturnType<typeof useBuildPages>;
  /** Is given the ids of two or more, oldest first. */
  onCompare: (ids: readonly string[]) => void;
  onDetails: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { buildColumns } = usePreferences();
  const chosenColumns = useMemo(() => readColumns(buildColumns), [buildColumns]);
  const field = useRef<HTMLInputElement>(null);
  const [measureBar, { height: barHeight }] = useSize();
  const selection = selectionOf(project);
  const { choices, filter, order, set } = chosen;

  useEffect(() => selection.leaveMatching(filter), [selection, filter]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const forget = async (ids: readonly string[]) => {
    await forgetBuilds({ ids }, t, locale);
    selection.remove(ids);
  };

  const hasFilters = chosenFilters(choices).length > 0;
  const nothingMatches = rows.length === 0 && hasFilters;
  const bar = (
    <SelectionBar
      project={project}
      selection={selection}
      filter={filter}
      total={total}
      loaded={pages.isPlaceholderData ? null : rows}
      nothingMatches={nothingMatches}
      onCompare={onCompare}
      onEmptied={() => field.current?.focus({ preventScroll: true })}
      onShow={
        hasFilters
          ? () => {
              field.current?.focus({ preventScroll: true });
              set(withoutFilters(choices));
            }
          : null
      }
    />
  );

  return (
    <Card className="pb-1.5">
      <FilterBar chosen={chosen} project={project} field={field} />
      <FilterChips chosen={chosen} field={field} />
      {pages.isError ? (
        <FailureNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Skeleton className="h-[480px]! w-full" />
      ) : nothingMatches ? (
        <>
          {bar}
          <NothingMatches chosen={chosen} project={project} field={field} />
        </>
      ) : (
        // The headings of the table stay below the bar.
        <div style={{ '--bar-height': `${barHeight}px` } as CSSProperties}>
          <div ref={measureBar} className="sticky top-0 z-20 -mx-[18px] bg-panel px-[18px]">
            {bar}
          </div>
          <ListTable
            rows={rows}
            total={total}
            order={order}
            chosenColumns={chosenColumns}
            allProjects={project === null}
            selection={selection}
            barHeight={barHeight}
            onOrder={(next) => {
              const { sort: _, ...rest } = choices;
              const sort = writeOrder(next);
              set(sort ? { ...rest, sort } : rest, { replace: true });
            }}
            onEnd={loadMore}
            onForget={(ids) => void forget(ids)}
            onCompare={(a, b) => onCompare([a, b])}
            onDetails={onDetails}
          />
        </div>
      )}
    </Card>
  );
}
