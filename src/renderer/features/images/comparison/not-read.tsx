import { Link } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { orpc } from '#shared/client.ts';

/** Says that the files of a side were not read, and leads to its page, where they can be. */
export function NotRead({ comparison: { a, b } }: { comparison: Pick<Comparison, 'a' | 'b'> }): ReactElement {
  const { t } = useTranslation();
  const ids = [...new Set([a.id, b.id])];
  const known = useQueries({
    queries: ids.map((id) => orpc.images.contents.queryOptions({ input: { id } })),
  });
  const unread = ids.filter((_, index) => known[index]?.data?.contents === null);
  return (
    <p className="flex flex-wrap gap-x-3 text-muted">
      {t('images.comparison.filesUnknown')}
      {unread.map((id) => (
        <Link
          key={id}
          to="/images"
          search={(search) => ({ project: search.project, id })}
          className="rounded-[4px] font-medium text-accent hover:underline"
        >
          {t('images.comparison.filesUnknownHint', { id })}
        </Link>
      ))}
    </p>
  );
}
