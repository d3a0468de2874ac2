import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableNote, VariablesPreview } from '#contract/managed-variables';
import { useHome } from '#shared/projects/index.ts';
import { Diff } from '#ui/diff.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';

/** What a change would make of the files, and what to know about it. */
export function VariablePreview({
  preview,
  error,
}: {
  /** undefined: there is nothing to show yet. */
  preview: VariablesPreview | undefined;
  /** Why the change is refused, or was not made. */
  error: Error | null;
}): ReactElement | null {
  const { t } = useTranslation();
  const home = useHome();
  if (error) return <FailureNote error={error} className="mt-4" />;
  if (!preview) return null;
  const files = preview.files.filter(({ diff }) => diff !== '');
  if (files.length === 0) return <p className="mt-4 text-sm text-muted">{t('variables.same')}</p>;
  return (
    <div className="mt-4 grid gap-3">
      <ul className="grid gap-1 text-sm text-muted">
        {preview.notes.map((note) => (
          <li key={JSON.stringify(note)}>
            <NoteText note={note} />
          </li>
        ))}
      </ul>
      <ul className="grid gap-3">
        {files.map(({ path, diff }) => (
          <li key={path} className="min-w-0">
            <code className="mb-1 block text-xs break-all">{tildePath(path, home)}</code>
            <Diff diff={diff} label={tildePath(path, home)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoteText({ note }: { note: VariableNote }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  switch (note.kind) {
    case 'wins-over-file':
      return (
        <>
          {t('variables.note.wins-over-file', {
            name: note.name,
            at: `${tildePath(note.file, home)}:${note.line}`,
          })}
        </>
      );
    case 'environment-wins':
    case 'empty-is-unset':
    case 'set-elsewhere':
      return <>{t(`variables.note.${note.kind}`, { name: note.name })}</>;
    default:
      return <InlineText text={t(`variables.note.${note.kind}`)} />;
  }
}
