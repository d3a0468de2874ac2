import Folder from 'lucide-react/icons/folder';
import FolderOpen from 'lucide-react/icons/folder-open';
import Folders from 'lucide-react/icons/folders';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { tildePath } from '#ui/path.tsx';
import { overlays } from '#shared/overlays.ts';
import { useChooseProject, useHome, useProjects } from '#shared/projects/index.ts';
import type { CommandGroup } from './command.ts';

/** Commands that choose or open a project. */
export function useProjectCommands(): CommandGroup {
  const { t } = useTranslation();
  const projects = useProjects() ?? [];
  const choose = useChooseProject();
  const home = useHome();
  return {
    label: t('commands.group.projects'),
    items: [
      ...projects
        .filter((project) => project.exists)
        .map((project) => ({
          id: `project ${project.path}`,
          label: project.name,
          icon: <Folder size={15} aria-hidden />,
          aside: <code>{tildePath(project.path, home)}</code>,
          keywords: `${project.path} ${project.module ?? ''}`,
          run: () => choose(project.path),
        })),
      {
        id: 'open-project',
        label: t('commands.openProject'),
        icon: <FolderOpen size={15} aria-hidden />,
        aside: <Kbd keys={['P']} />,
        keywords: 'open project',
        run: () => overlays.open({ name: 'open-project' }),
      },
      {
        id: 'all-projects',
        label: t('commands.allProjects'),
        icon: <Folders size={15} aria-hidden />,
        keywords: 'all projects',
        run: () => choose(null),
      },
    ],
  };
}
