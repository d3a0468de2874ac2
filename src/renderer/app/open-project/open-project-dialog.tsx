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
import { tildePath } from '#ui/path.tsx';
import { useListKeys } from '#ui/use-list-keys.ts';
import { orpc } from '#shared/client.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName, projectsLike, useHome, useOpenProject, useProjects } from '#shared/projects/index.ts';
import { FolderList } from './folder-list.tsx';
import { completed, divide, fromHome, matching } from './typed-folder.ts';

/** The number of recent projects above the folders. */
const maxRecent = 4;

/**
 * Opens a folder as a project. The typed path is what Enter and the primary button open; what it begins with is listed
 * below, where the arrow keys or the pointer choose.
 */
export function OpenProjectDialog(): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const home = useHome();
  const open = useOpenProject();
  const { folder, start } = divide(typed);
  const listing = useQuery({
    ...orpc.projects.browse.queryOptions({ input: { path: folder } }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  // While another folder is being read, the entries of the one before are not what is typed.
  const isRead = listing.isSuccess && !listing.isPlaceholderData;
  const all = isRead ? listing.data.folders : [];
  const folders = matching(all, start);
  const existing = (useProjects() ?? []).filter(({ exists }) => exists);
  const recent = projectsLike(existing, typed, home).slice(0, maxRecent);
  const options = [...recent, ...folders];
  const keys = useListKeys(options.length, typed, -1);

  const type = (text: string) => {
    open.reset();
    setTyped(text);
  };
  const goTo = (path: string) => {
    type(tildePath(path, home).replace(/[\\/]?$/, '/'));
    input.current?.focus();
  };
  const openProject = (path: string) => open.mutate(path, { onSuccess: overlays.close });
  const openTyped = () => {
    if (typed !== '' && !open.isPending) openProject(fromHome(typed));
  };
  const parent = isRead ? listing.data.parent : null;
  const chosen = options[keys.active];
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.onKeyDown(event)) return;
    const isAtOnce = event.metaKey || event.ctrlKey;
    if (event.key === 'Tab' && !event.shiftKey) {
      const whole = completed(typed, all);
      if (chosen !== undefined) goTo(chosen.path);
      else if (whole !== null && start !== '') type(whole);
      else return;
    } else if (event.altKey && event.key === 'ArrowUp') {
      if (parent !== null) goTo(parent);
    } else if (event.key === 'Enter') {
      if (chosen === undefined) openTyped();
      else if (isAtOnce || keys.active < recent.length) openProject(chosen.path);
      else goTo(chosen.path);
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
          <Button variant="primary" disabled={typed === '' || open.isPending} onClick={openTyped}>
            {typed === ''
              ? t('projects.dialog.open')
              : t('projects.dialog.openThis', { name: folderName(typed) })}
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
            placeholder="~/dev/shop"
            value={typed}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            {...keys.inputProps}
          />
          <IconButton
            variant="default"
            label={t('projects.dialog.up')}
            disabled={parent === null}
            onClick={() => parent !== null && goTo(parent)}
          >
            <CornerLeftUp size={14} aria-hidden />
          </IconButton>
          <IconButton
            variant="default"
            label={t('projects.dialog.home')}
            onClick={() => {
              type('');
              input.current?.focus();
            }}
          >
            <House size={14} aria-hidden />
          </IconButton>
        </div>
      </Field>
      <div className="mt-3 flex h-[300px] flex-col rounded-control border border-line">
        <FolderList
          recent={recent}
          folders={folders}
          home={home}
          path={folder}
          keys={keys}
          onGo={goTo}
          onOpen={openProject}
        />
        {listing.isError ? (
          <FailureNote error={listing.error} className="p-3.5" />
        ) : isRead && folders.length === 0 ? (
          <p className="px-3.5 py-3 text-muted">
            {start === '' ? t('projects.dialog.none') : t('projects.dialog.noMatch', { start, folder })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
