import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstallProgress } from '#contract/install-progress';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fractionDone, progressLine } from './progress-line.ts';

/** A progress bar, the progress as text, and a cancel button. */
export function CancellableProgress({
  label,
  progress,
  cancelling,
  onCancel,
  className,
}: {
  /** What the progress is of, for screen readers. */
  label: string;
  /** null until the first progress is reported. */
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
          // Package names of different lengths must not change the height of the row.
          progress?.building ? 'flex-[1.5] truncate' : 'flex-1',
        )}
      >
        {cancelling ? t('install.cancelling') : <ProgressText text={progressLine(progress, t, locale)} />}
      </span>
      <Button disabled={cancelling} onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}

/** The line of progress, which is broken only between its parts. */
function ProgressText({ text }: { text: string }): ReactNode {
  return text.split(' · ').map((part, index) => (
    <Fragment key={part}>
      {index > 0 ? ' · ' : null}
      <span className="whitespace-nowrap">{part}</span>
    </Fragment>
  ));
}
