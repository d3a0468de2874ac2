import Folder from 'lucide-react/icons/folder';
import FolderClock from 'lucide-react/icons/folder-clock';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing, Project } from '#contract/projects';
import { cx } from '#ui/cx.ts';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import type { useListKeys } from '#ui/use-list-keys.ts';

/** Recent projects, which open, and the subfolders of a folder, which lead on. Go modules are marked. */
export function FolderList({
  recent,
  folders,
  path,
  home,
  keys,
  onGo,
  onOpen,
}: {
  recent: readonly Project[];
  folders: FolderListing['folders'];
  /** The folder that holds `folders`, as it is shown. */
  path: string;
  home: string | undefined;
  /** Of the recent projects and, after them, the folders. */
  keys: ReturnType<typeof useListKeys>;
  onGo: (path: string) => void;
  onOpen: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div
      {...keys.listProps}
      aria-label={t('projects.dialog.folders', { path })}
      className="min-h-0 overflow-y-auto"
    >
      {recent.length > 0 ? (
        <div role="group" aria-label={t('projects.dialog.recent')} className="border-b border-line-2 pb-1">
          <Heading>{t('projects.dialog.recent')}</Heading>
          {recent.map((project, index) => (
            <Row key={project.path} index={index} keys={keys} onClick={() => onOpen(project.path)}>
              <FolderClock size={14} aria-hidden className="shrink-0 text-faint" />
              <span className="shrink-0 font-medium">{project.name}</span>
              <Path path={project.path} home={home} className="ml-auto text-2xs text-faint" />
            </Row>
          ))}
        </div>
      ) : null}
      <div role="group" aria-label={path}>
        {recent.length > 0 && folders.length > 0 ? <Heading>{path}</Heading> : null}
        {folders.map((folder, index) => (
          <Row key={folder.path} index={recent.length + index} keys={keys} onClick={() => onGo(folder.path)}>
            <Folder size={14} aria-hidden className="shrink-0 text-faint" />
            <span className="min-w-0 truncate">{folder.name}</span>
            {folder.hasGoMod ? <Tag tone="accent">{t('projects.dialog.module')}</Tag> : null}
          </Row>
        ))}
      </div>
    </div>
  );
}

function Heading({ children }: { children: ReactNode }): ReactElement {
  return (
    <p aria-hidden className="px-3 pt-1.5 pb-0.5 text-2xs font-medium text-faint">
      {children}
    </p>
  );
}

/** An item of the list. The text field above handles the keyboard; this handles the pointer. */
function Row({
  index,
  keys,
  onClick,
  children,
}: {
  index: number;
  keys: ReturnType<typeof useListKeys>;
  onClick: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <div
      {...keys.optionProps(index)}
      onClick={onClick}
      className={cx(
        'flex h-8 items-center gap-2 px-3 select-none',
        index === keys.active ? 'bg-hover' : 'hover:bg-panel-2',
      )}
    >
      {children}
    </div>
  );
}
