import { useNavigate } from '@tanstack/react-router';
import Keyboard from 'lucide-react/icons/keyboard';
import { useTranslation } from 'react-i18next';
import { overlays } from '#shared/overlays.ts';
import { Kbd } from '#ui/kbd.tsx';
import { pages } from '../pages.ts';
import type { CommandGroup } from './command.ts';

/** Commands that open a page or the list of keyboard shortcuts. */
export function usePageCommands(): CommandGroup {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return {
    label: t('commands.group.go'),
    items: [
      ...pages.map(({ path, title, icon: Icon, keywords, key }) => ({
        id: path,
        label: t(title),
        keywords,
        icon: <Icon size={15} aria-hidden />,
        ...(key === undefined ? {} : { aside: <Kbd keys={['G', key.toUpperCase()]} /> }),
        run: () => void navigate({ to: path }),
      })),
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
