import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CancellableProgress } from './cancellable-progress.tsx';
import { cancelInstall, type Install } from './installs.ts';

/** The progress of an install, with a cancel button. */
export function InstallProgressLine({
  install,
  className,
}: {
  install: Install;
  className?: string;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <CancellableProgress
      label={t('install.progress', { version: install.version })}
      progress={install.progress}
      cancelling={install.state === 'cancelling'}
      onCancel={() => cancelInstall(install.id)}
      className={className}
    />
  );
}
