import { useMutation, useQuery } from '@tanstack/react-query';
import SquareCode from 'lucide-react/icons/square-code';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';
import type { EditorLink } from '#contract/editor-link';
import { Button } from '#ui/button.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

/** A button that opens the dialog about the editor link: a stable path to the Go of a project. */
export function EditorLinkButton({ project }: { project: string }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SquareCode size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t('overview.editor.open')}
      </Button>
      <EditorLinkDialog project={project} open={open} onOpenChange={setOpen} />
    </>
  );
}

function EditorLinkDialog({
  project,
  open,
  onOpenChange,
}: {
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const links = useQuery({ ...orpc.switching.links.queryOptions(), enabled: open });
  const link = links.data?.links.find(({ folder }) => folder === project);
  const change = useMutation({
    mutationFn: async (shouldExist: boolean) => {
      await (shouldExist
        ? client.switching.link({ dir: project })
        : client.switching.unlink({ dir: project }));
      await refresh(orpc.switching.links.key());
    },
  });
  const error = change.error ?? links.error;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('overview.editor.title')}
      description={t('overview.editor.hint')}
      footer={
        link ? (
          <>
            <Button disabled={change.isPending} onClick={() => change.mutate(false)}>
              {t('overview.editor.remove')}
            </Button>
            <Button onClick={() => onOpenChange(false)}>{t('common.close')}</Button>
          </>
        ) : (
          <Button
            variant="primary"
            disabled={change.isPending || links.isPending}
            onClick={() => change.mutate(true)}
          >
            {t('overview.editor.make')}
          </Button>
        )
      }
    >
      <div className="min-h-16 space-y-3.5" aria-live="polite">
        {error ? <FailureNote error={error} /> : null}
        {links.isPending ? (
          <Skeleton className="w-2/3" />
        ) : link ? (
          <HowToUse link={link} />
        ) : error ? null : (
          <p className="text-muted">{t('overview.editor.none')}</p>
        )}
      </div>
    </Dialog>
  );
}

function HowToUse({ link }: { link: EditorLink }): ReactElement {
  const { t } = useTranslation();
  const { path, version } = link;
  const vscode = `"go.alternateTools": { "go": ${JSON.stringify(`${path}/bin/go`)} }`;
  return (
    <>
      <div>
        <CommandLine text={path} />
        <p className={version === null ? 'mt-1.5 text-warn' : 'num mt-1.5 text-muted'}>
          {version === null ? t('overview.editor.nowhere') : t('overview.editor.leads', { version })}
        </p>
      </div>
      <div>
        <h3 className="font-medium">GoLand</h3>
        <p className="text-muted">{t('overview.editor.goland')}</p>
      </div>
      <div>
        <h3 className="font-medium">VS Code</h3>
        <p className="mb-1.5 text-muted">{t('overview.editor.vscode')}</p>
        <CommandLine text={vscode} />
      </div>
    </>
  );
}
