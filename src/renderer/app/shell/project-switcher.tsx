import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import FolderOpen from 'lucide-react/icons/folder-open';
import Folders from 'lucide-react/icons/folders';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '#contract/projects';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { Path, tildePath } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { overlays } from '#shared/overlays.ts';
import {
  folderName,
  useChooseProject,
  useForgetProject,
  useHome,
  useProject,
  useProjects,
} from '#shared/projects/index.ts';

/** The number of projects in the menu; the command palette finds the others. */
const maxProjects = 12;

/** The menu at the top of the sidebar that shows and changes the current project. */
export function ProjectSwitcher(): ReactElement {
  const { t } = useTranslation();
  const chosen = useProject();
  const projects = useProjects();
  const choose = useChooseProject();
  const home = useHome();
  const current = projects?.find((project) => project.path === chosen);
  const name = chosen === null ? t('projects.all') : (current?.name ?? folderName(chosen));
  return (
    <Menu
      align="start"
      className="w-80 max-w-[calc(100vw-24px)]"
      trigger={
        <button
          type="button"
          className="window-no-drag mb-3 flex w-full items-center gap-2 rounded-card border border-line bg-panel px-2.5 py-[7px] text-left transition-colors hover:border-line-strong max-[860px]:justify-center max-[860px]:px-0"
        >
          <Folders size={16} aria-hidden className="hidden text-muted max-[860px]:block" />
          <span className="min-w-0 flex-1 max-[860px]:sr-only">
            <span className="sr-only">{t('projects.choose')}: </span>
            <span className="block truncate font-semibold">{name}</span>
            <span className="block h-[17px] text-xs text-muted">
              {chosen === null ? (
                projects && t('projects.known', { count: projects.length })
              ) : (
                <Path path={chosen} home={home} />
              )}
            </span>
          </span>
          <ChevronsUpDown size={13} aria-hidden className="shrink-0 text-faint max-[860px]:hidden" />
        </button>
      }
    >
      <MenuItem
        icon={<Folders size={14} aria-hidden />}
        checked={chosen === null}
        onClick={() => choose(null)}
      >
        {t('projects.all')}
      </MenuItem>
      {projects && projects.length > 0 ? (
        <>
          <MenuSeparator />
          {projects.slice(0, maxProjects).map((project) => (
            <ProjectItem key={project.path} project={project} checked={project.path === chosen} home={home} />
          ))}
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem
        icon={<FolderOpen size={14} aria-hidden />}
        onClick={() => overlays.open({ name: 'open-project' })}
      >
        {t('projects.open')}
      </MenuItem>
      <GoneProjects projects={projects?.filter((project) => !project.exists) ?? []} />
    </Menu>
  );
}

function ProjectItem({
  project,
  checked,
  home,
}: {
  project: Project;
  checked: boolean;
  home: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const choose = useChooseProject();
  return (
    <MenuItem checked={checked} onClick={() => choose(project.path)}>
      <span className="flex items-center gap-1.5">
        <span className="truncate font-medium">{project.name}</span>
        {project.exists ? null : <Tag tone="warn">{t('projects.gone')}</Tag>}
      </span>
      <span title={project.path} className="block truncate font-mono text-2xs text-faint">
        {tildePath(project.path, home)}
      </span>
    </MenuItem>
  );
}

/** Menu items that remove projects whose folders no longer exist. */
function GoneProjects({ projects }: { projects: readonly Project[] }): ReactElement | null {
  const { t } = useTranslation();
  const forget = useForgetProject();
  if (projects.length === 0) return null;
  return (
    <>
      <MenuSeparator />
      <MenuGroup label={t('projects.goneHint')}>
        {projects.map((project) => (
          <MenuItem key={project.path} onClick={() => forget.mutate(project)}>
            {t('projects.forget', { name: project.name })}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}
