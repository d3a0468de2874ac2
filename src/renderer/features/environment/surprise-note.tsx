import CircleAlert from 'lucide-react/icons/circle-alert';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import type { Surprise } from '#contract/surprises';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/cx.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { useLocale } from '#ui/use-locale.ts';

const tones: Record<Surprise['severity'], string> = {
  stops: 'text-bad',
  wrong: 'text-warn',
  notice: 'text-faint',
};

/** What about a variable surprises, with a button that mends it where Burrow can. */
export function SurpriseNote({
  surprise,
  onFix,
  isBusy,
}: {
  surprise: Surprise;
  onFix: () => void;
  isBusy: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { message, hint } = describeFailure(surprise.reason, useLocale());
  const { fix, name } = surprise;
  const value = name === null ? undefined : fix?.changes[name];
  const label =
    value === undefined
      ? t('variables.mend')
      : value === null
        ? t('variables.takeOut')
        : t('variables.use', { value });
  return (
    <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1.5 py-0.5">
      <CircleAlert size={14} aria-hidden className={cx('mt-0.5 shrink-0', tones[surprise.severity])} />
      <p className="min-w-0 flex-1 basis-64 text-sm break-words">
        <InlineText text={message} />{' '}
        <span className="text-muted">{fix ? null : <InlineText text={hint} />}</span>
      </p>
      {fix ? (
        <Button onClick={onFix} disabled={isBusy} className="max-w-full">
          <span className="max-w-72 truncate">{label}</span>
        </Button>
      ) : null}
    </div>
  );
}
