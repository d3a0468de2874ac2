import { useNavigate } from '@tanstack/react-router';
import Camera from 'lucide-react/icons/camera';
import Globe from 'lucide-react/icons/globe';
import Undo2 from 'lucide-react/icons/undo-2';
import Variable from 'lucide-react/icons/variable';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commandWords } from './words.ts';
import type { CommandGroup } from './command.ts';

/** Commands that lead to a part of the Environment page. */
export function useEnvironmentCommands(): CommandGroup {
  const { t } = useTranslation();
  const navigate = useNavigate();
  /** `card`: the id of its element. */
  const to = (card: string, label: string, icon: ReactNode, keywords: string) => ({
    id: `environment ${card}`,
    label,
    icon,
    keywords,
    run: () => void navigate({ to: '/environment', hash: card }),
  });
  return {
    label: t('commands.group.environment'),
    items: [
      to('variables', t('commands.variables'), <Variable size={15} aria-hidden />, commandWords.variables[1]),
      to('proxies', t('commands.proxies'), <Globe size={15} aria-hidden />, commandWords.proxies[1]),
      to('changes', t('commands.undo'), <Undo2 size={15} aria-hidden />, commandWords.undo[1]),
      to('snapshots', t('commands.snapshots'), <Camera size={15} aria-hidden />, commandWords.snapshots[1]),
    ],
  };
}
