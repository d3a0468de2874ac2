import Container from 'lucide-react/icons/container';
import FileInput from 'lucide-react/icons/file-input';
import Hammer from 'lucide-react/icons/hammer';
import { useTranslation } from 'react-i18next';
import { overlays } from '#shared/overlays.ts';
import { useProject } from '#shared/projects/index.ts';
import type { Command, CommandGroup } from './command.ts';
import { commandWords } from './words.ts';

/** Commands that build the chosen project, and that record what was built elsewhere. */
export function useBuildCommands(): CommandGroup {
  const { t } = useTranslation();
  const project = useProject();
  const build: Command = {
    id: 'build',
    label: t('commands.build'),
    icon: <Hammer size={15} aria-hidden />,
    keywords: commandWords.build[1],
    // A build is of a project: without one, the first thing to do is to open it.
    run: () => overlays.open(project === null ? { name: 'open-project' } : { name: 'build', project }),
  };
  return {
    label: t('shell.page.builds'),
    items: [
      build,
      {
        id: 'record-program',
        label: t('commands.recordProgram'),
        icon: <FileInput size={15} aria-hidden />,
        keywords: commandWords.recordProgram[1],
        run: () => overlays.open({ name: 'record-program', project }),
      },
      {
        id: 'record-image',
        label: t('commands.recordImage'),
        icon: <Container size={15} aria-hidden />,
        keywords: commandWords.recordImage[1],
        run: () => overlays.open({ name: 'record-image', project }),
      },
    ],
  };
}
