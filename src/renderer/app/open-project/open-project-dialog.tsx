import { keepPreviousData, useQuery } from '@tanstack/react-query';
import CornerLeftUp from 'lucide-react/icons/corner-left-up';
import Folder from 'lucide-react/icons/folder';
import House from 'lucide-react/icons/house';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { useListKeys } from '#ui/use-list-keys.ts';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName, useOpenProject } from '#shared/projects/index.ts';
import { FolderList } from './folder-list.tsx';

/** Opens a folder as a project: browses folders by keyboard or pointer, or takes a typed path. */
export function OpenProjectDialog(): ReactElement {
  const { t } = useTranslation();
  const [path, setPath] = useState<string>();
  /** The typed text, until a folder is gone to; null: none since then. */
  const [edit, setEdit] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const listing = useQuery({
    ...orpc.projects.browse.queryOptions({ input: path === undefined ? {} : { path } }),
    placeholderData: keepPreviousData,
  });
  const open = useOpenProject();
  // While another folder is being read, the one that is still shown is not what would be opened.
  const here = listing.isPlaceholderData ? undefined : listing.data?.path;
  const folders = listing.data?.folders ?? [];
  const keys = useListKeys(folders.length, here);

  const shown = edit ?? here ?? path ?? '';
  /** undefined: the home folder. */
  const go = (to: string | undefined) => {
    setPath(to);
    setEdit(null);
    input.current?.focus();
  };
  const openProject = (folder: string) => open.mutate(folder, { onSuccess: overlays.close });
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.onKeyDown(event)) return;
    const up = event.altKey && event.key === 'ArrowUp';
    if (up && listing.data?.parent) go(listing.data.parent);
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      if (here !== undefined) openProject(here);
    } else if (event.key === 'Enter' && edit !== null && edit !== here) go(edit || undefined);
    else if (event.key === 'Enter') {
      const folder = folders[keys.active];
      if (folder) go(folder.path);
    } else return;
    event.preventDefault();
  };

  return (
    <Dialog
      open
      onOpenChange={overlays.close}
      title={t('projects.dialog.title')}
      description={t('projects.dialog.description')}
      initialFocus={input}
      footer={
        <>
          {open.isError ? <FailureNote error={open.error} className="mr-auto basis-full" /> : null}
          <Button onClick={overlays.close}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            disabled={here === undefined || open.isPending || listing.isError}
            onClick={() => here !== undefined && openProject(here)}
          >
            {t('projects.dialog.openThis', { name: here === undefined ? '…' : folderName(here) })}
          </Button>
        </>
      }
    >
      <Field id="folder" label={t('projects.dialog.path')} hint={t('projects.dialog.pathHint')}>
        <div className="flex gap-1.5">
          <TextInput
            id="folder"
            ref={input}
            icon={<Folder size={14} aria-hidden />}
            className="min-w-0 flex-1 font-mono text-sm"
            value={shown}
            onChange={(event) => setEdit(event.target.value)}
            onKeyDown={onKeyDown}
            {...keys.inputProps}
          />
          <IconButton
            variant="default"
            label={t('projects.dialog.up')}
            disabled={!listing.data?.parent}
            onClick={() => listing.data?.parent && go(listing.data.parent)}
          >
            <CornerLeftUp size={14} aria-hidden />
          </IconButton>
          <IconButton variant="default" label={t('projects.dialog.home')} onClick={() => go(undefined)}>
            <House size={14} aria-hidden />
          </IconButton>
        </div>
      </Field>
      <div className="mt-3 h-[300px] overflow-y-auto rounded-control border border-line">
        {listing.isError ? (
          <FailureNote error={listing.error} onRetry={() => void listing.refetch()} className="p-3.5" />
        ) : (
          <FolderList listing={listing.data} keys={keys} onGo={go} onOpen={openProject} />
        )}
      </div>
    </Dialog>
  );
}
