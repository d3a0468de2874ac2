import Check from 'lucide-react/icons/check';
import FolderOpen from 'lucide-react/icons/folder-open';
import Folders from 'lucide-react/icons/folders';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { TextInput } from '#ui/field.tsx';
import { tildePath } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { useListKeys } from '#ui/use-list-keys.ts';
import { overlays } from '#shared/overlays.ts';
import {
  projectsLike,
  useChooseProject,
  useForgetProject,
  useHome,
  useProject,
  useProjects,
} from '#shared/projects/index.ts';

/** All projects, filtered by what is typed; below them, always visible, the way to another one. */
export function ProjectChooser({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const home = useHome();
  const chosen = useProject();
  const choose = useChooseProject();
  const found = projectsLike(useProjects() ?? [], typed, home);
  // null: all projects.
  const options = [...(typed.trim() === '' ? [null] : []), ...found];
  const isChosen = (option: (typeof options)[number]) => (option?.path ?? null) === chosen;
  const keys = useListKeys(
    options.length,
    typed,
    typed === '' ? Math.max(0, options.findIndex(isChosen)) : 0,
  );

  // The code arrives after the popup has opened.
  useEffect(() => input.current?.focus(), []);

  const pick = (option: (typeof options)[number] | undefined) => {
    if (option === undefined) return;
    choose(option?.path ?? null);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.onKeyDown(event)) return;
    if (event.key === 'Enter') pick(options[keys.active]);
  };
  return (
    <>
      <TextInput
        ref={input}
        icon={<Search size={14} aria-hidden />}
        aria-label={t('projects.search')}
        placeholder={t('projects.search')}
        className="m-1.5"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        {...keys.inputProps}
      />
      <div
        {...keys.listProps}
        aria-label={t('projects.choose')}
        className="min-h-0 flex-1 overflow-y-auto px-1"
      >
        {options.map((option, index) => (
          <div
            key={option?.path ?? ''}
            {...keys.optionProps(index)}
            onClick={() => pick(option)}
            className={cx(
              'flex min-h-7 items-center gap-2 rounded-[5px] px-2 py-1 select-none',
              index === keys.active ? 'bg-hover' : 'hover:bg-panel-2',
            )}
          >
            {option === null ? (
              <Row icon={<Folders size={14} aria-hidden className="text-muted" />}>{t('projects.all')}</Row>
            ) : (
              <Row detail={tildePath(option.path, home)}>
                <span className="truncate font-medium">{option.name}</span>
                {option.exists ? null : <Tag tone="warn">{t('projects.gone')}</Tag>}
              </Row>
            )}
            {isChosen(option) ? <Check size={14} aria-hidden className="shrink-0 text-accent" /> : null}
          </div>
        ))}
      </div>
      {options.length === 0 ? (
        <p className="px-3 py-2 text-muted">{t('projects.searchNone', { typed })}</p>
      ) : null}
      <Gone />
      <div className="border-t border-line-2 p-1">
        <Button
          variant="quiet"
          className="w-full justify-start px-2"
          onClick={() => {
            onDone();
            overlays.open({ name: 'open-project' });
          }}
        >
          <FolderOpen size={14} aria-hidden />
          {t('projects.open')}
        </Button>
      </div>
    </>
  );
}

function Row({
  icon,
  detail,
  children,
}: {
  icon?: ReactNode;
  detail?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-1.5">
        {icon}
        {children}
      </span>
      {detail === undefined ? null : (
        <span title={detail} className="block truncate font-mono text-2xs text-faint">
          {detail}
        </span>
      )}
    </span>
  );
}

/** Takes the projects off the list whose folders no longer exist. */
function Gone(): ReactElement | null {
  const { t } = useTranslation();
  const forget = useForgetProject();
  const gone = (useProjects() ?? []).filter(({ exists }) => !exists);
  if (gone.length === 0) return null;
  return (
    <div className="max-h-40 shrink-0 overflow-y-auto border-t border-line-2 p-1">
      <p className="px-2 pt-1.5 pb-1 text-2xs font-medium text-faint">{t('projects.goneHint')}</p>
      {gone.map((project) => (
        <Button
          key={project.path}
          variant="quiet"
          className="w-full justify-start px-2"
          onClick={() => forget.mutate(project)}
        >
          {t('projects.forget', { name: project.name })}
        </Button>
      ))}
    </div>
  );
}
