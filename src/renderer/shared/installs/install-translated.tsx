import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '#contract/failure';
import { Button } from '#ui/button.tsx';
import { dismissInstall, type Install, startInstall } from './installs.ts';

/**
 * For an install that failed because there is no native build: a button that installs the build that Rosetta
 * translates. Renders nothing for other installs.
 */
export function InstallTranslated({ install }: { install: Install }): ReactElement | null {
  const { t } = useTranslation();
  if (!isFailure(install.error, 'version.no-native-build')) return null;
  return (
    <Button
      onClick={() => {
        dismissInstall(install.id);
        startInstall({ ...install.request, arch: 'amd64' });
      }}
    >
      {t('install.translated')}
    </Button>
  );
}
