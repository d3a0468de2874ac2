import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { describeError } from './failure.ts';
import { InlineText } from './inline-text.tsx';
import { useLocale } from './use-locale.ts';

/** Shows what went wrong and what to do about it, in place of a result. */
export function FailureNote({
  error,
  onRetry,
  className,
}: {
  /** Anything that was thrown. */
  error: unknown;
  onRetry?: () => void;
  className?: string;
}): ReactElement {
  const { t } = useTranslation();
  const said = describeError(error, useLocale());
  return (
    <div role="alert" className={cx('flex items-start gap-2.5', className)}>
      <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1 break-words">
        <p className="font-medium">
          <InlineText text={said.message} />
        </p>
        {said.hint ? (
          <p className="text-muted">
            <InlineText text={said.hint} />
          </p>
        ) : null}
        {said.details ? (
          <details className="mt-1 text-sm text-muted">
            <summary className="w-fit">{t('common.details')}</summary>
            <ul className="mt-1 font-mono text-2xs">
              {said.details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      {onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    </div>
  );
}
