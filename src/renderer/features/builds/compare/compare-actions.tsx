import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Button, IconButton } from '#ui/button.tsx';
import { showMessage } from '#ui/toast.tsx';
import { comparisonMarkdown } from './markdown.ts';

/** The page's buttons: swap the sides, copy the comparison. */
export function CompareActions({
  comparison,
  onSwap,
}: {
  /** undefined if it failed or is loading. */
  comparison: Comparison | undefined;
  onSwap: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const copy = async (what: Comparison) => {
    await navigator.clipboard.writeText(comparisonMarkdown(what));
    showMessage(t('builds.comparison.copied'));
  };
  return (
    <>
      <IconButton label={t('builds.comparison.swap')} onClick={onSwap}>
        <ArrowLeftRight size={15} aria-hidden />
      </IconButton>
      <Button disabled={comparison === undefined} onClick={() => comparison && void copy(comparison)}>
        {t('builds.comparison.copyMarkdown')}
      </Button>
    </>
  );
}
