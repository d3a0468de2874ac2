import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Progress } from '#ui/progress.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useBulkWork } from './bulk-work.ts';

/** How far removing or restoring many builds is, with a button that cancels it. Stays in sight while the page scrolls. */
export function BulkProgress(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const work = useBulkWork();
  if (work === null) return null;
  const number = (n: number) => new Intl.NumberFormat(locale).format(n);
  const words = t(`buildList.working.${work.doing}`, { done: number(work.done), total: number(work.total) });
  return (
    <Card className="sticky top-0 z-30 mb-3.5 flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="num">{words}</span>
      <Progress label={words} value={work.done / work.total} className="min-w-32 flex-1" />
      <Button onClick={work.cancel}>{t('common.cancel')}</Button>
    </Card>
  );
}
