import Stethoscope from 'lucide-react/icons/stethoscope';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { InlineText } from '#ui/inline-text.tsx';

/** In place of findings: what is looked at, and how scripts get the same answer. */
export function TeachCard(): ReactElement {
  const { t } = useTranslation();
  return (
    <Card>
      <EmptyState icon={<Stethoscope size={20} aria-hidden />} title={t('doctor.teachTitle')}>
        <p>{t('doctor.teach')}</p>
        <p className="mt-2">
          <InlineText text={t('doctor.teachTerminal')} />
        </p>
      </EmptyState>
    </Card>
  );
}
