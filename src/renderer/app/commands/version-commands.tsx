import { useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import Eraser from 'lucide-react/icons/eraser';
import FlaskConical from 'lucide-react/icons/flask-conical';
import Link from 'lucide-react/icons/link';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslation } from 'react-i18next';
import { useMakeDefault } from '#features/toolchains/use-make-default.ts';
import { Kbd } from '#ui/kbd.tsx';
import { orpc } from '#shared/client.ts';
import { startInstall } from '#shared/installs/index.ts';
import { usePreferences } from '#shared/preferences.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName, useProject } from '#shared/projects/index.ts';
import { usableVersions, usePin, useReleases, useUnpin } from '#shared/versions/index.ts';
import { commandWords } from './words.ts';
import type { Command, CommandGroup } from './command.ts';

/** Commands that install an available version, and that pin, make the default or verify an installed one. */
export function useVersionCommands(): CommandGroup {
  const { t } = useTranslation();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains ?? [];
  const releases = useReleases().data?.releases ?? [];
  const makeDefault = useMakeDefault();
  const { singleKeys } = usePreferences();
  const here = usableVersions(toolchains);
  return {
    label: t('commands.group.go_versions'),
    items: [
      {
        id: 'install',
        label: t('commands.install'),
        icon: <Download size={15} aria-hidden />,
        ...(singleKeys ? { aside: <Kbd keys={['I']} /> } : {}),
        keywords: commandWords.install[1],
        run: () => overlays.open({ name: 'install' }),
      },
      {
        id: 'adopt',
        label: t('commands.adopt'),
        icon: <Link size={15} aria-hidden />,
        keywords: commandWords.adopt[1],
        run: () => overlays.open({ name: 'adopt' }),
      },
      ...usePinCommands(here),
      ...here
        .filter((version) => !toolchains.some((each) => each.version === version && each.default))
        .map((version) => ({
          id: `default ${version}`,
          label: t('commands.makeDefault', { version }),
          icon: <Star size={15} aria-hidden />,
          keywords: commandWords.makeDefault[1],
          run: () => makeDefault.mutate(version),
        })),
      ...toolchains.map((toolchain) => ({
        id: `verify ${toolchain.path}`,
        label: t('commands.verify', { version: toolchain.version }),
        icon: <ShieldCheck size={15} aria-hidden />,
        aside: toolchain.arch,
        keywords: commandWords.verify[1],
        run: () => overlays.open({ name: 'verify', toolchain }),
      })),
      ...toolchains.flatMap((toolchain) => [
        {
          id: `smoke ${toolchain.path}`,
          label: t('commands.smoke', { version: toolchain.version }),
          icon: <FlaskConical size={15} aria-hidden />,
          aside: toolchain.arch,
          keywords: commandWords.smoke[1],
          run: () => overlays.open({ name: 'smoke', toolchain }),
        },
        {
          id: `remove ${toolchain.path}`,
          label: t('commands.remove', { version: toolchain.version }),
          icon: <Trash2 size={15} aria-hidden />,
          aside: toolchain.arch,
          keywords: commandWords.remove[1],
          run: () => overlays.open({ name: 'remove', toolchain }),
        },
      ]),
      {
        id: 'prune',
        label: t('commands.prune'),
        icon: <Eraser size={15} aria-hidden />,
        keywords: commandWords.prune[1],
        run: () => overlays.open({ name: 'prune' }),
      },
      ...releases
        .filter((release) => !release.installed && release.supported && release.target !== null)
        .map(({ version }) => ({
          id: `install ${version}`,
          label: t('commands.installVersion', { version }),
          icon: <Download size={15} aria-hidden />,
          keywords: commandWords.installVersion[1],
          run: () => startInstall({ version }),
        })),
    ],
  };
}

/** Commands for the pin of the chosen project; none if none is chosen. */
function usePinCommands(here: readonly string[]): Command[] {
  const { t } = useTranslation();
  const project = useProject();
  const pin = usePin();
  const unpin = useUnpin();
  if (project === null) return [];
  const name = folderName(project);
  return [
    ...here.map((version) => ({
      id: `pin ${version}`,
      label: t('commands.pin', { version, project: name }),
      icon: <Pin size={15} aria-hidden />,
      aside: <code>.go-version</code>,
      keywords: commandWords.pin[1],
      run: () => pin.mutate({ version, project }),
    })),
    {
      id: 'unpin',
      label: t('commands.unpin', { project: name }),
      icon: <PinOff size={15} aria-hidden />,
      aside: <code>.go-version</code>,
      keywords: commandWords.unpin[1],
      run: () => unpin.mutate(project),
    },
  ];
}
