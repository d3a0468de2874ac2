import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { useHome } from '#shared/projects/index.ts';
import type { ProfileEdit } from '#contract/shell';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { describeFailure } from '#contract/failure';
import { InlineText } from '#ui/inline-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { tildePath } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { readAgain } from './read-again.ts';
import { showChanged } from './show-changed.ts';

/** Shows what would change in each profile, and makes the changes. */
export function PlanDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  // What is shown is what is applied, so it is read anew for each dialog and stays until it closes.
  const plan = useQuery(
    orpc.shell.plan.queryOptions({ input: {}, gcTime: 0, staleTime: Number.POSITIVE_INFINITY }),
  );
  const apply = useMutation({
    mutationFn: async (id: string) => {
      const { entry } = await client.shell.apply({ plan: id });
      await readAgain();
      return entry;
    },
    onSuccess: (entry) => {
      onClose();
      showChanged(t, t('environment.applied'), { detail: t('environment.newTerminal'), entry });
    },
  });
  const files = plan.data?.files ?? [];
  const changes = files.filter(({ diff }) => diff !== '').length;
  const error = apply.error ?? plan.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('environment.planTitle')}
      description={t('environment.planHint')}
      size="large"
      isText
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            disabled={changes === 0 || apply.isPending}
            onClick={() => plan.data && apply.mutate(plan.data.id)}
          >
            {t('environment.change', { count: changes })}
          </Button>
        </>
      }
    >
      {error ? <FailureNote error={error} onRetry={() => void plan.refetch()} className="mb-3" /> : null}
      {plan.data === undefined ? (
        error ? null : (
          <Skeleton className="h-40 w-full" />
        )
      ) : (
        <ul className="grid gap-4">
          {files.map((file) => (
            <FileEdit key={file.path} file={file} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function FileEdit({ file }: { file: ProfileEdit }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const locale = useLocale();
  const { path, target, action, reason, notes, diff } = file;
  const said = reason ? describeFailure(reason, locale) : null;
  const shown = tildePath(path, home);
  return (
    <li className="min-w-0">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <code className="font-medium break-all">{shown}</code>
        <Tag tone={action === 'refused' ? 'warn' : action === 'none' ? 'ok' : 'accent'}>
          {t(`environment.action.${action}`)}
        </Tag>
        {target === null ? null : (
          <span className="text-xs text-faint">
            {t('environment.linkTo', { path: tildePath(target, home) })}
          </span>
        )}
      </p>
      {said ? (
        <p className="text-sm text-muted">
          <InlineText text={said.message} /> <InlineText text={said.hint} />
        </p>
      ) : null}
      {notes.map((note) => (
        <p key={note.kind} className="mb-1 text-sm text-muted">
          {note.kind === 'in-repository'
            ? t('environment.inRepository', { path: tildePath(note.repository, home) })
            : t('environment.beforeCommand', { line: note.line, command: note.command })}
        </p>
      ))}
      {diff === '' ? null : <Diff diff={diff} label={shown} />}
    </li>
  );
}
