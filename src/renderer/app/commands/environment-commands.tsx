import { useNavigate } from '@tanstack/react-router';
import Camera from 'lucide-react/icons/camera';
import Globe from 'lucide-react/icons/globe';
import Undo2 from 'lucide-react/icons/undo-2';
import Variable from 'lucide-react/icons/variable';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
      to(
        'variables',
        t('commands.variables'),
        <Variable size={15} aria-hidden />,
        'variables go env GOFLAGS GOPATH GOPRIVATE set unset',
      ),
      to(
        'proxies',
        t('commands.proxies'),
        <Globe size={15} aria-hidden />,
        'module proxies proxy GOPROXY GOSUMDB checksum database goproxy.cn',
      ),
      to(
        'changes',
        t('commands.undo'),
        <Undo2 size={15} aria-hidden />,
        'undo last change restore revert profile journal',
      ),
      to(
        'snapshots',
        t('commands.snapshots'),
        <Camera size={15} aria-hidden />,
        'snapshots drift baseline diff compare machine past history 历史',
      ),
    ],
  };
}
