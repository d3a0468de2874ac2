import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import type { Reading } from './use-reading.ts';

/** How far the reading of an image is, and a button that stops it, which takes the focus of what began it. */
export function ReadingProgress({
  reading: { source, progress, cancelling },
  onCancel,
}: {
  reading: Reading;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { bytesRead = 0, totalBytes = null, entries = 0 } = progress ?? {};
  const bytes = formatBytes(bytesRead, locale);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  const said = [
    totalBytes === null
      ? t('images.reading.bytes', { bytes })
      : t('images.reading.ofTotal', { bytes, total: formatBytes(totalBytes, locale) }),
    t('images.reading.entries', { count: entries }),
  ].join(' · ');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Progress
        value={totalBytes ? bytesRead / totalBytes : null}
        label={t('images.reading.label', { name: source })}
        className="max-w-80 min-w-24 flex-1"
      />
      <span className="num min-w-0 flex-1 text-muted">
        {cancelling ? t('images.reading.cancelling') : bytesRead === 0 ? t('images.reading.preparing') : said}
      </span>
      <Button ref={stop} disabled={cancelling} onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
