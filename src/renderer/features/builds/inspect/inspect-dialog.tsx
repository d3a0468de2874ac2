import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#contract/binaries';
import { client, orpc } from '#shared/client.ts';
import { type Dropped, overlays } from '#shared/overlays.ts';
import { useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showMessage } from '#ui/toast.tsx';
import { BuildParts } from '../detail/build-parts.tsx';
import { refreshBuilds } from '../run/runs.ts';
import { detailOf } from './detail-of.ts';

/** Shows what a program consists of that was dropped on the window, or whose path is typed. */
export function InspectDialog({ of }: { of: Dropped }): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const [path, setPath] = useState(of.kind === 'program' ? of.path : null);
  const inspected = useQuery(
    orpc.binaries.inspect.queryOptions({
      input: { path: path ?? '' },
      enabled: path !== null,
      // The file may be another by the next time.
      gcTime: 0,
    }),
  );
  const record = useMutation({
    mutationFn: (file: string) => client.builds.record({ path: file, ...(project ? { project } : {}) }),
    onSuccess: async ({ build }) => {
      overlays.close();
      showMessage(t('inspect.recorded', { id: build.id }));
      await refreshBuilds();
    },
  });
  const program = inspected.data;
  return (
    <Dialog
      open
      onOpenChange={overlays.close}
      size="large"
      isText={path !== null}
      title={path === null ? t('inspect.title') : <code className="wrap-anywhere">{path}</code>}
      description={program ? <Headline program={program} /> : undefined}
      footer={
        path === null ? (
          <Button variant="primary" type="submit" form="inspect">
            {t('inspect.action')}
          </Button>
        ) : (
          <>
            <Button onClick={() => setPath(null)}>{t('inspect.another')}</Button>
            <Button
              variant="primary"
              disabled={!program || record.isPending}
              onClick={() => record.mutate(path)}
            >
              {t('inspect.record')}
            </Button>
          </>
        )
      }
    >
      {path === null ? (
        <PathForm of={of} onPath={setPath} />
      ) : inspected.isError ? (
        <FailureNote error={inspected.error} />
      ) : program ? (
        <BuildParts build={detailOf(program)} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
      {record.isError ? <FailureNote error={record.error} className="mt-3" /> : null}
    </Dialog>
  );
}

function Headline({ program }: { program: Inspection }): ReactElement {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
      <span>{program.goVersion}</span>
      <span>{program.target}</span>
      <Bytes value={program.bytes} className="font-semibold text-text" />
    </span>
  );
}

/** Why what was dropped is not inspected at once, and a field for a path. */
function PathForm({ of, onPath }: { of: Dropped; onPath: (path: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const remarks = {
    program: null,
    several: () => t('inspect.several'),
    unplaced: (name: string) => t('inspect.noPath', { name }),
    release: (name: string) => t('inspect.release', { name }),
  };
  const remark = remarks[of.kind]?.('fileName' in of ? of.fileName : '');
  return (
    <form
      id="inspect"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onPath(typed.trim());
      }}
    >
      {remark ? (
        <p>
          <InlineText text={remark} />
        </p>
      ) : null}
      <Field id="inspect-path" label={t('inspect.path')}>
        <TextInput
          id="inspect-path"
          className="font-mono"
          placeholder="/path/to/server"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    </form>
  );
}
