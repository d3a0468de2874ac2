import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { useHome } from '#shared/projects/index.ts';
import { isFailure } from '#contract/failure';
import type { ProfileEntry } from '#contract/shell';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { tildePath } from '#ui/path.tsx';
import { formatRelative } from '#ui/relative-time.ts';
import { Tag } from '#ui/tag.tsx';
import { showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';
import { readAgain } from './read-again.ts';

/** The edits of profiles so far, newest first, each of which can be undone. */
export function JournalCard(): ReactElement | null {
  const { t } = useTranslation();
  const { data, error } = useQuery(orpc.shell.journal.queryOptions());
  const undo = useMutation({
    mutationFn: async (entry: string) => {
      await client.shell.undo({ entry });
      await readAgain();
    },
    onSuccess: () => showMessage(t('environment.undone'), { detail: t('environment.newTerminal') }),
  });
  // What stands in the way of the last undo.
  const home = useHome();
  const blocked = isFailure(undo.error, 'profile.later-change') ? undo.error.params : null;
  if (error) return <FailureNote error={error} />;
  if (!data || data.entries.length === 0) return null;
  return (
    <Card id="changes" title={t('environment.journal')} className="pb-1.5">
      {blocked ? (
        <p role="alert" className="mb-2">
          {t('environment.blocked', { path: tildePath(String(blocked['path']), home) })}
        </p>
      ) : undo.error ? (
        <FailureNote error={undo.error} className="mb-2" />
      ) : null}
      <ol className="-mx-2.5">
        {data.entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            onUndo={entry.kind === 'apply' && entry.undoneBy === null ? () => undo.mutate(entry.id) : null}
            isFirst={entry.id === blocked?.['later']}
            isBusy={undo.isPending}
          />
        ))}
      </ol>
    </Card>
  );
}

function Entry({
  entry,
  onUndo,
  isFirst,
  isBusy,
}: {
  entry: ProfileEntry;
  /** Another entry cannot be undone before this one. */
  isFirst: boolean;
  /** null: there is nothing to undo. */
  onUndo: (() => void) | null;
  isBusy: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const locale = useLocale();
  const now = useNow();
  const { at, kind, files, undoneBy } = entry;
  const changed = files.filter(({ diff }) => diff !== '');
  const names = new Intl.ListFormat(locale).format(files.map(({ path }) => tildePath(path, home)));
  return (
    <li className="border-t border-line-2 px-2.5 py-2">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="font-medium">{t(`environment.kind.${kind}`)}</span>
        <span className="text-sm text-muted">
          {new Intl.ListFormat(locale).format(new Set(files.map(({ why }) => t(`environment.why.${why}`))))}
        </span>
        <time dateTime={at} title={new Date(at).toLocaleString(locale)} className="num text-sm text-faint">
          {formatRelative(at, locale, now)}
        </time>
        {undoneBy === null ? null : <Tag>{t('environment.undoneSince')}</Tag>}
        {isFirst ? <Tag tone="warn">{t('environment.undoFirst')}</Tag> : null}
        <span className="min-w-0 flex-1 basis-60 break-all text-sm text-muted">{names}</span>
        {onUndo ? (
          <Button onClick={onUndo} disabled={isBusy} className="ml-auto">
            {t('common.undo')}
          </Button>
        ) : null}
      </div>
      {changed.length === 0 ? null : (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded-[4px] text-sm text-muted hover:text-text">
            {t('environment.showDiff')}
          </summary>
          <ul className="mt-1.5 grid gap-2">
            {changed.map(({ path, diff }) => (
              <li key={path} className="min-w-0">
                <code className="text-xs break-all">{tildePath(path, home)}</code>
                <Diff diff={diff} label={tildePath(path, home)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
