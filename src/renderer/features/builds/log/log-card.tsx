import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildsLog, Comparison } from '#contract/comparison';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Moment } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';

/** The number of commits before the "more" button. */
const maxRows = 8;

/** The commits between the two builds, or why they cannot be told. */
export function LogCard({ comparison: { a, b } }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  // A repository may change at any time; what it said is good enough while this page is open.
  const { data, error } = useQuery(
    orpc.builds.log.queryOptions({ input: { a: a.id, b: b.id }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <Card
      title={t('comparison.log.title')}
      beside={data && data.total > 0 ? <Tag>{data.total}</Tag> : null}
      aside={data && data.total > 1 ? <Span log={data} /> : null}
    >
      {error ? (
        <FailureNote error={error} />
      ) : data === undefined ? (
        <Skeleton className="h-24 w-full" />
      ) : data.unknown === null ? (
        <Commits log={data} />
      ) : (
        <p className="text-muted">
          <InlineText
            text={[
              t(`comparison.log.unknown.${data.unknown}`, { a: a.id, b: b.id }),
              data.shallow ? t('comparison.log.shallow') : null,
            ]
              .filter(Boolean)
              .join(' ')}
          />
        </p>
      )}
    </Card>
  );
}

/** When the oldest and the newest commit were made. */
function Span({ log }: { log: BuildsLog }): ReactElement | null {
  const [oldest, newest] = [log.oldest?.at, log.commits[0]?.at];
  if (!oldest || !newest) return null;
  return (
    <span className="text-faint">
      <Moment iso={oldest} /> – <Moment iso={newest} />
    </span>
  );
}

function Commits({ log }: { log: BuildsLog }): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? log.commits : log.commits.slice(0, maxRows);
  const hidden = log.commits.length - shown.length;
  const unlisted = log.total - log.commits.length;
  return (
    <>
      {log.total === 0 && log.left === 0 ? <p className="text-muted">{t('comparison.log.same')}</p> : null}
      {log.left > 0 ? (
        <p className="mb-1.5 text-muted">
          {t(log.total === 0 ? 'comparison.log.older' : 'comparison.log.apart', { count: log.left })}
        </p>
      ) : null}
      {shown.length > 0 ? (
        <ol
          aria-label={t('comparison.log.title')}
          className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-1"
        >
          {shown.map(({ hash, subject, author, at }) => (
            <li key={hash} className="contents">
              <code className="text-faint">{hash}</code>
              <span className="truncate" title={subject}>
                {subject} <span className="text-faint">· {author}</span>
              </span>
              <span className="text-right text-sm text-faint">
                {at === null ? null : <Moment iso={at} relative />}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {hidden > 0 ? (
        <Button variant="quiet" className="mt-1 -ml-[11px]" onClick={() => setAll(true)}>
          {t('builds.comparison.more', { count: hidden })}
        </Button>
      ) : unlisted > 0 ? (
        <p className="mt-1 text-faint">{t('builds.detail.more', { count: unlisted })}</p>
      ) : null}
      {log.shallow && log.total > 0 ? (
        <p className="mt-1.5 text-sm text-faint">
          <InlineText text={t('comparison.log.shallow')} />
        </p>
      ) : null}
    </>
  );
}
