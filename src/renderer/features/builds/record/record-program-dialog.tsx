import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { showMessage } from '#ui/toast.tsx';
import { refreshBuilds } from '../run/runs.ts';

/** Records a program that is already built. */
export function RecordProgramDialog({
  project,
  open,
  onOpenChange,
}: {
  /** The project to record it for; null for none. */
  project: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const record = useMutation({
    mutationFn: () => client.builds.record({ path: path.trim(), ...(project ? { project } : {}) }),
    onSuccess: async ({ build }) => {
      onOpenChange(false);
      showMessage(t('builds.recordFile.done', { id: build.id }));
      await refreshBuilds();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('builds.recordFile.title')}
      description={t('builds.recordFile.hint')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="record-program"
            disabled={path.trim() === '' || record.isPending}
          >
            {t('builds.recordFile.action')}
          </Button>
        </>
      }
    >
      <form
        id="record-program"
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate();
        }}
      >
        <Field id="record-path" label={t('builds.recordFile.path')}>
          <TextInput
            id="record-path"
            className="font-mono"
            placeholder={project ? `${project}/server` : '/path/to/server'}
            value={path}
            onChange={(event) => setPath(event.target.value)}
          />
        </Field>
        {record.isError ? <FailureNote error={record.error} className="mt-3" /> : null}
      </form>
    </Dialog>
  );
}
