import { useNavigate } from '@tanstack/react-router';
import Keyboard from 'lucide-react/icons/keyboard';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#shared/preferences.ts';
import { overlays } from '#shared/overlays.ts';
import { Kbd } from '#ui/kbd.tsx';
import { pages } from '../pages.ts';
import { type CommandKind, commandWords } from './words.ts';
import type { CommandGroup } from './command.ts';

/** Commands that open a page or the list of keyboard shortcuts. */
export function usePageCommands(): CommandGroup {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { singleKeys } = usePreferences();
  return {
    label: t('commands.group.go'),
    items: [
      ...pages.map(({ path, title, icon: Icon, key }) => ({
        id: path,
        label: t(title),
        keywords: commandWords[path === '/' ? 'overview' : (path.slice(1) as CommandKind)][1],
        icon: <Icon size={15} aria-hidden />,
        ...(key === undefined || !singleKeys ? {} : { aside: <Kbd keys={['G', key.toUpperCase()]} /> }),
        run: () => void navigate({ to: path }),
      })),
      {
        id: 'shortcuts',
        label: t('commands.shortcuts'),
        keywords: commandWords.shortcuts[1],
        icon: <Keyboard size={15} aria-hidden />,
        ...(singleKeys ? { aside: <Kbd keys={['?']} /> } : {}),
        run: () => overlays.open({ name: 'shortcuts' }),
      },
    ],
  };
}
