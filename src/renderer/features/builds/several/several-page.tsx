import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import { orpc } from '#shared/client.ts';
import { Page } from '#shared/page.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Path } from '#ui/path.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { PartsGrid } from './parts-grid.tsx';

/** Several builds side by side. */
export function SeveralPage({ ids }: { ids: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { builds, error } = useBuilds(ids);
  const [first, last] = [ids[0], ids.at(-1)];
  const subject = builds && new Set(builds.map((build) => build.subject)).size === 1 && builds[0]?.subject;
  return (
    <Page
      title={t('builds.comparison.title')}
      beside={
        subject ? (
          <Tag className="max-w-full font-medium">
            <Path path={subject} />
          </Tag>
        ) : null
      }
      actions={
        <Button
          onClick={() =>
            void navigate({
              to: '/compare',
              search: ({ of: _of, ...before }) => ({
                ...before,
                ...(first ? { a: first } : {}),
                ...(last ? { b: last } : {}),
              }),
            })
          }
        >
          {t('builds.chosenTwo', { a: first, b: last })}
        </Button>
      }
    >
      <Card className="pb-1.5">
        {error ? (
          <FailureNote error={error} />
        ) : builds === undefined ? (
          <Skeleton className="h-60 w-full" />
        ) : new Set(builds.map(({ kind }) => kind)).size > 1 ? (
          <EmptyState title={t('comparison.several.mixed')}>{t('comparison.several.mixedHint')}</EmptyState>
        ) : (
          <>
            <p className="mb-3 text-sm text-faint">{t('comparison.several.hint')}</p>
            <PartsGrid builds={builds} />
          </>
        )}
      </Card>
    </Page>
  );
}

/** Hook: all that is recorded of these builds; undefined while one of them loads. */
function useBuilds(ids: readonly string[]): { builds: BuildDetail[] | undefined; error: unknown } {
  return useQueries({
    queries: ids.map((id) => orpc.builds.show.queryOptions({ input: { id } })),
    combine: (results) => {
      const builds = results.flatMap(({ data }) => (data ? [data.build] : []));
      return {
        builds: builds.length === ids.length ? builds : undefined,
        error: results.find((result) => result.isError)?.error ?? null,
      };
    },
  });
}
