import { useNavigate } from '@tanstack/react-router';
import Box from 'lucide-react/icons/box';
import Gauge from 'lucide-react/icons/gauge';
import GitCompare from 'lucide-react/icons/git-compare';
import Keyboard from 'lucide-react/icons/keyboard';
import Layers from 'lucide-react/icons/layers';
import Settings from 'lucide-react/icons/settings';
import Wrench from 'lucide-react/icons/wrench';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { overlays } from '#shared/overlays.ts';
import type { CommandGroup } from './command.ts';

/** The pages. */
export function usePageCommands(): CommandGroup {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return {
    label: t('commands.group.go'),
    items: [
      {
        id: 'overview',
        label: t('shell.page.overview'),
        keywords: 'overview',
        icon: <Gauge size={15} aria-hidden />,
        aside: <Kbd keys={['G', 'O']} />,
        run: () => void navigate({ to: '/' }),
      },
      {
        id: 'toolchains',
        label: t('shell.page.toolchains'),
        keywords: 'toolchains',
        icon: <Layers size={15} aria-hidden />,
        aside: <Kbd keys={['G', 'T']} />,
        run: () => void navigate({ to: '/toolchains' }),
      },
      {
        id: 'tools',
        label: t('shell.page.tools'),
        keywords: 'tools go install rebuild gopls',
        icon: <Wrench size={15} aria-hidden />,
        aside: <Kbd keys={['G', 'L']} />,
        run: () => void navigate({ to: '/tools' }),
      },
      {
        id: 'builds',
        label: t('shell.page.builds'),
        keywords: 'builds',
        icon: <Box size={15} aria-hidden />,
        aside: <Kbd keys={['G', 'B']} />,
        run: () => void navigate({ to: '/builds' }),
      },
      {
        id: 'compare',
        label: t('commands.compare'),
        icon: <GitCompare size={15} aria-hidden />,
        keywords: 'compare builds diff',
        run: () => void navigate({ to: '/compare', search: (before) => ({ project: before.project }) }),
      },
      {
        id: 'settings',
        label: t('shell.page.settings'),
        keywords: 'settings',
        icon: <Settings size={15} aria-hidden />,
        aside: <Kbd keys={['G', 'S']} />,
        run: () => void navigate({ to: '/settings' }),
      },
      {
        id: 'shortcuts',
        label: t('commands.shortcuts'),
        keywords: 'keyboard shortcuts help',
        icon: <Keyboard size={15} aria-hidden />,
        aside: <Kbd keys={['?']} />,
        run: () => overlays.open({ name: 'shortcuts' }),
      },
    ],
  };
}
