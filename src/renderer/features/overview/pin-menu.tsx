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

/** How many versions on offer the menu lists; the install dialog has them all. */
const shownOffers = 4;

/**
 * Pins another version in a project with one click, one that is here or one that is installed on the way, and takes the
 * pin away.
 */
export function PinMenu({
  project,
  current,
  pinned,
}: {
  project: string;
  current: string | null;
  /** The project has a `.go-version` of its own. */
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
    .slice(0, shownOffers);
  return (
    <Menu
      trigger={
        <Button icon={<Pin size={14} aria-hidden />} disabled={pin.isPending || unpin.isPending}>
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
