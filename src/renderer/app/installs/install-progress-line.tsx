import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { cancelInstall, type Install } from './installs.ts';
import { fractionDone, progressLine } from './progress-line.ts';

/** A bar, what is known of the install in words, and the way to stop it. */
export function InstallProgressLine({
  install,
  className,
}: {
  install: Install;
  className?: string;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const cancelling = install.state === 'cancelling';
  return (
    <div className={cx('flex items-center gap-3', className)}>
      <Progress
        value={fractionDone(install.progress)}
        label={t('install.progress', { version: install.version })}
        className="w-full max-w-80 min-w-24 flex-1"
      />
      <span className="num min-w-0 flex-1 text-muted">
        {cancelling ? t('install.cancelling') : progressLine(install.progress, t, locale)}
      </span>
      <Button disabled={cancelling} onClick={() => cancelInstall(install.id)}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
