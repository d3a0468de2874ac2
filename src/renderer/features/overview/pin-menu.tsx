import { useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Pin from 'lucide-react/icons/pin';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { startInstall } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { usableVersions, usePin, useReleases, useUnpin } from '#shared/versions/index.ts';
import { Button } from '#ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '#ui/menu.tsx';

/** The number of available versions in the menu; the install dialog lists all of them. */
const maxOffers = 4;

/** The menu that pins a version in a project, installing it if necessary, or removes the pin. */
export function PinMenu({
  project,
  current,
  pinned,
}: {
  project: string;
  current: string | null;
  /** Whether the project has its own `.go-version`. */
  pinned: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions()).data?.toolchains ?? [];
  const releases = useReleases().data?.releases ?? [];
  const pin = usePin();
  const unpin = useUnpin();
  const here = usableVersions(toolchains);
  const offers = releases
    .filter((release) => release.stable && release.target !== null && !here.includes(release.version))
    .slice(0, maxOffers);
  return (
    <Menu
      trigger={
        // Not disabled while a version is pinned: the focus returns to it then.
        <Button icon={<Pin size={14} aria-hidden />}>
          {t(current === null ? 'overview.pinFirst' : 'overview.pin')}
          <ChevronDown size={13} aria-hidden className="text-faint" />
        </Button>
      }
    >
      {here.length > 0 ? (
        <MenuGroup label={t('overview.pinInstalled')}>
          {here.map((version) => (
            <MenuItem
              key={version}
              checked={version === current}
              onClick={() => pin.mutate({ version, project })}
            >
              <span className="num">{version}</span>
            </MenuItem>
          ))}
        </MenuGroup>
      ) : null}
      {offers.length > 0 ? (
        <MenuGroup label={t('overview.pinOffer')}>
          {offers.map(({ version, supported }) => (
            <MenuItem
              key={version}
              aside={supported ? null : t('install.endOfLife')}
              onClick={() => {
                startInstall({ version });
                pin.mutate({ version, project });
              }}
            >
              <span className="num">{version}</span>
            </MenuItem>
          ))}
        </MenuGroup>
      ) : null}
      <MenuSeparator />
      <MenuItem onClick={() => overlays.open({ name: 'install', pinIn: project })}>
        {t('overview.pinMore')}
      </MenuItem>
      {pinned ? <MenuItem onClick={() => unpin.mutate(project)}>{t('overview.unpin')}</MenuItem> : null}
    </Menu>
  );
}
