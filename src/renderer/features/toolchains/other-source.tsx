import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure, isFailureOfClass } from '#contract/failure';
import { mirrorNames } from '#contract/mirror-names';
import { type Install, startInstall } from '#shared/installs/index.ts';
import { overlays } from '#shared/overlays.ts';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';

/** Where a source did not deliver: starts the install again with another. Renders nothing for other installs. */
export function OtherSource({
  install: { request, version, error },
}: {
  install: Install;
}): ReactElement | null {
  const { t } = useTranslation();
  if (!isFailureOfClass(error, 'source') && !isFailure(error, 'source.none-delivered')) return null;
  const names = {
    official: t('install.sourceOfficial'),
    proxy: t('install.sourceProxy'),
    ...Object.fromEntries(mirrorNames.map((name) => [name, t(`install.mirrors.${name}`)])),
  };
  return (
    <Menu
      trigger={
        <Button>
          {t('install.otherSource')}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      {Object.entries(names)
        .filter(([from]) => from !== request.from)
        .map(([from, name]) => (
          <MenuItem key={from} onClick={() => startInstall({ ...request, from })}>
            {name}
          </MenuItem>
        ))}
      <MenuSeparator />
      <MenuItem onClick={() => overlays.open({ name: 'install', version })}>
        {t('install.otherAddress')}
      </MenuItem>
    </Menu>
  );
}
