import Folder from 'lucide-react/icons/folder';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '#contract/projects';
import { cx } from '#ui/cx.ts';
import { Tag } from '#ui/tag.tsx';
import type { useListKeys } from '#ui/use-list-keys.ts';

/** The subfolders of a folder. Go modules are marked, with a button that opens them as projects. */
export function FolderList({
  listing,
  keys,
  onGo,
  onOpen,
}: {
  /** undefined while loading. */
  listing: FolderListing | undefined;
  keys: ReturnType<typeof useListKeys>;
  onGo: (path: string) => void;
  onOpen: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div {...keys.listProps} aria-label={t('projects.dialog.folders', { path: listing?.path ?? '' })}>
      {listing?.folders.length === 0 ? (
        <p className="px-3.5 py-3 text-muted">{t('projects.dialog.none')}</p>
      ) : null}
      {listing?.folders.map((folder, index) => (
        // The text field above handles the keyboard; these handle the pointer.
        <div
          key={folder.path}
          {...keys.optionProps(index)}
          onClick={() => onGo(folder.path)}
          className={cx(
            'flex h-8 items-center gap-2 px-3 select-none',
            index === keys.active ? 'bg-hover' : 'hover:bg-panel-2',
          )}
        >
          <Folder size={14} aria-hidden className="shrink-0 text-faint" />
          <span className="min-w-0 truncate">{folder.name}</span>
          {folder.hasGoMod ? (
            <>
              <Tag tone="accent">{t('projects.dialog.module')}</Tag>
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('projects.dialog.openThis', { name: folder.name })}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(folder.path);
                }}
                className="ml-auto rounded-[5px] px-2 py-0.5 font-medium text-accent hover:bg-accent-soft"
              >
                {t('projects.dialog.open')}
              </button>
            </>
          ) : null}
        </div>
      ))}
    </div>
  );
}
