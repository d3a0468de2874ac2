import { useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import Link from 'lucide-react/icons/link';
import Pin from 'lucide-react/icons/pin';
import { useTranslation } from 'react-i18next';
import { Kbd } from '#ui/kbd.tsx';
import { orpc } from '#shared/client.ts';
import { startInstall } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { folderName, useProject } from '#shared/projects/index.ts';
import { usableVersions, usePin, useReleases } from '#shared/versions/index.ts';
import type { CommandGroup } from './command.ts';

/** Commands that install an available version, or pin an installed one in the chosen project. */
export function useVersionCommands(): CommandGroup {
  const { t } = useTranslation();
  const project = useProject();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains ?? [];
  const releases = useReleases().data?.releases ?? [];
  const pin = usePin();
  const here = usableVersions(toolchains);
  return {
    label: t('commands.group.go_versions'),
    items: [
      {
        id: 'install',
        label: t('commands.install'),
        icon: <Download size={15} aria-hidden />,
        aside: <Kbd keys={['I']} />,
        keywords: 'install go download',
        run: () => overlays.open({ name: 'install' }),
      },
      {
        id: 'adopt',
        label: t('commands.adopt'),
        icon: <Link size={15} aria-hidden />,
        keywords: 'adopt existing import asdf goenv gvm homebrew mise',
        run: () => overlays.open({ name: 'adopt' }),
      },
      ...(project === null
        ? []
        : here.map((version) => ({
            id: `pin ${version}`,
            label: t('commands.pin', { version, project: folderName(project) }),
            icon: <Pin size={15} aria-hidden />,
            aside: <code>.go-version</code>,
            keywords: 'pin use',
            run: () => pin.mutate({ version, project }),
          }))),
      ...releases
        .filter((release) => !release.installed && release.supported && release.target !== null)
        .map(({ version }) => ({
          id: `install ${version}`,
          label: t('commands.installVersion', { version }),
          icon: <Download size={15} aria-hidden />,
          keywords: 'install',
          run: () => startInstall({ version }),
        })),
    ],
  };
}
