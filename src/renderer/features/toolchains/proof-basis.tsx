import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '#contract/failure';
import type { Proof } from '#contract/toolchains';
import { formatMoment } from '#contract/units';
import { InlineText } from '#ui/inline-text.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useNow } from '#ui/use-now.ts';

/** What a toolchain was verified against, or why it is not verified; nothing if that was not recorded. */
export function ProofBasis({ proof }: { proof: Proof }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  if (proof.method === 'sha256' && proof.index) {
    const { filename, url } = proof.index;
    const asOf = formatMoment(proof.index.asOf, locale, now);
    return url === null
      ? t('toolchains.basis.bundledIndex', { filename, asOf })
      : t('toolchains.basis.index', { filename, url, asOf });
  }
  if (proof.method === 'checksum-database' && proof.record) {
    const { number, treeSize, ...names } = proof.record;
    const counted = new Intl.NumberFormat(locale);
    return t('toolchains.basis.record', {
      ...names,
      number: counted.format(number),
      treeSize: counted.format(treeSize),
    });
  }
  if (proof.method === 'none' && proof.because) {
    const { message, hint } = describeFailure(proof.because, locale);
    return <InlineText text={`${message} ${hint}`} />;
  }
  return null;
}
