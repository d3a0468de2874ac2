import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallProgress } from '#contract/install-progress';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fractionDone, progressLine } from './progress-line.ts';

/** A bar, what is known of the work in words, and the way to stop it. */
export function CancellableProgress({
  label,
  progress,
  cancelling,
  onCancel,
  className,
}: {
  /** What is under way, for screen readers. */
  label: string;
  /** null: nothing was heard yet. */
  progress: InstallProgress | null;
  cancelling: boolean;
  onCancel: () => void;
  className?: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className={cx('flex items-center gap-3', className)}>
      <Progress value={fractionDone(progress)} label={label} className="w-full max-w-80 min-w-24 flex-1" />
      <span
        className={cx(
          'num min-w-0 text-muted',
          // Names of packages come and go, and must not change the height of the row.
          progress?.building ? 'flex-[1.5] truncate' : 'flex-1',
        )}
      >
        {cancelling ? t('install.cancelling') : progressLine(progress, t, locale)}
      </span>
      <Button disabled={cancelling} onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
