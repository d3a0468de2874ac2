import FolderMinus from 'lucide-react/icons/folder-minus';
import Folder from 'lucide-react/icons/folder';
import FolderOpen from 'lucide-react/icons/folder-open';
import Folders from 'lucide-react/icons/folders';
import SquareArrowOutUpRight from 'lucide-react/icons/square-arrow-out-up-right';
import SquareTerminal from 'lucide-react/icons/square-terminal';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { tildePath } from '#ui/path.tsx';
import { openInEditor, openInTerminal } from '#shared/desktop/index.ts';
import { usePreferences } from '#shared/preferences.ts';
import { overlays } from '#shared/overlays.ts';
import {
  useChooseProject,
  useForgetProject,
  useHome,
  useProject,
  useProjects,
} from '#shared/projects/index.ts';
import { commandWords } from './words.ts';
import type { CommandGroup } from './command.ts';

/** Commands that choose or open a project. */
export function useProjectCommands(): CommandGroup {
  const { t } = useTranslation();
  const projects = useProjects() ?? [];
  const choose = useChooseProject();
  const home = useHome();
  const locale = useLocale();
  const { singleKeys } = usePreferences();
  const forget = useForgetProject();
  const chosen = useProject();
  const current = projects.find(({ path }) => path === chosen);
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
        ...(singleKeys ? { aside: <Kbd keys={['P']} /> } : {}),
        keywords: commandWords.openProject[1],
        run: () => overlays.open({ name: 'open-project' }),
      },
      {
        id: 'all-projects',
        label: t('commands.allProjects'),
        icon: <Folders size={15} aria-hidden />,
        keywords: commandWords.allProjects[1],
        run: () => choose(null),
      },
      ...(current === undefined
        ? []
        : [
            {
              id: 'open-editor',
              label: t('commands.openEditor', { project: current.name }),
              icon: <SquareArrowOutUpRight size={15} aria-hidden />,
              keywords: commandWords.openEditor[1],
              run: () => void openInEditor({ dir: current.path }, locale),
            },
            {
              id: 'open-terminal',
              label: t('commands.openTerminal', { project: current.name }),
              icon: <SquareTerminal size={15} aria-hidden />,
              keywords: commandWords.openTerminal[1],
              run: () => void openInTerminal(current.path, locale),
            },
            {
              id: 'forget-project',
              label: t('projects.forget', { name: current.name }),
              icon: <FolderMinus size={15} aria-hidden />,
              keywords: commandWords.forgetProject[1],
              run: () => forget.mutate(current),
            },
          ]),
    ],
  };
}
