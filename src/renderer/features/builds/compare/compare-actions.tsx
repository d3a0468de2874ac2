import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { comparisonMarkdown } from '#contract/report/markdown';
import { client } from '#shared/client.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { describeError } from '#ui/failure.ts';
import { showFailure, showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { saveFile } from './save-file.ts';

/** The page's buttons: swap the sides, copy the comparison, save it as a report. */
export function CompareActions({
  comparison,
  onSwap,
}: {
  /** undefined if it failed or is loading. */
  comparison: Comparison | undefined;
  onSwap: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [saving, setSaving] = useState(false);
  const copy = async (what: Comparison) => {
    await navigator.clipboard.writeText(comparisonMarkdown(what, locale));
    showMessage(t('builds.comparison.copied'));
  };
  const report = async ({ a, b }: Comparison) => {
    setSaving(true);
    try {
      const { html } = await client.builds.report({ a: a.id, b: b.id, locale });
      saveFile(`burrow-${a.id}-${b.id}.html`, html, 'text/html');
    } catch (error) {
      showFailure(describeError(error, locale).message);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <IconButton label={t('builds.comparison.swap')} onClick={onSwap}>
        <ArrowLeftRight size={15} aria-hidden />
      </IconButton>
      <Button disabled={comparison === undefined} onClick={() => comparison && void copy(comparison)}>
        {t('builds.comparison.copyMarkdown')}
      </Button>
      <Button
        disabled={comparison === undefined || saving}
        onClick={() => comparison && void report(comparison)}
      >
        {t('comparison.report')}
      </Button>
    </>
  );
}
