import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildFilter } from '#contract/build-list';
import type { Locale } from '#contract/locale';
import { client } from '#shared/client.ts';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { refreshBuilds } from '../run/runs.ts';

/** Writes the builds that match a filter to a file. */
export function ExportDialog({
  filter,
  count,
  ...dialog
}: {
  filter: BuildFilter;
  /** How many match, as a text. */
  count: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  return (
    <FileDialog
      {...dialog}
      title={t('buildList.export.title')}
      hint={t('buildList.export.hint', { count })}
      action={t('buildList.export.action')}
      suggested={`${home ?? ''}/burrow-builds.jsonl`}
      run={async (path) => {
        const done = await client.builds.exportRecords({ path, filter });
        showMessage(t('buildList.export.done', counted(done.builds, locale)), { detail: done.path });
      }}
    />
  );
}

/** Adds the builds of such a file. */
export function ImportDialog(dialog: { open: boolean; onOpenChange: (open: boolean) => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <FileDialog
      {...dialog}
      title={t('buildList.import.title')}
      hint={t('buildList.import.hint')}
      action={t('buildList.import.action')}
      suggested=""
      run={async (path) => {
        const { added, known } = await client.builds.importRecords({ path });
        await refreshBuilds();
        showMessage(t('buildList.import.done', counted(added, locale)), {
          detail: known > 0 ? t('buildList.import.known', counted(known, locale)) : undefined,
        });
      }}
    />
  );
}

/** A number of builds for a text: which plural, and how it is written. */
const counted = (count: number, locale: Locale) => ({ count, n: count.toLocaleString(locale) });

/** Asks for the path of a file and does something with it. */
function FileDialog({
  open,
  onOpenChange,
  title,
  hint,
  action,
  suggested,
  run,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  hint: string;
  action: string;
  suggested: string;
  run: (path: string) => Promise<void>;
}): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const path = (typed ?? suggested).trim();
  const doing = useMutation({ mutationFn: () => run(path), onSuccess: () => onOpenChange(false) });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={hint}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="records-file"
            disabled={path === '' || doing.isPending}
          >
            {action}
          </Button>
        </>
      }
    >
      <form
        id="records-file"
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        <Field id="records-path" label={t('buildList.file')}>
          <TextInput
            id="records-path"
            className="font-mono"
            value={typed ?? suggested}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {doing.isError ? <FailureNote error={doing.error} className="mt-3" /> : null}
      </form>
    </Dialog>
  );
}
