import Box from 'lucide-react/icons/box';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/shell/page.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

/** The history of builds. */
export function BuildsPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.page.builds')}>
      <Card>
        <EmptyState icon={<Box size={20} aria-hidden />} title={t('builds.emptyTitle')} />
      </Card>
    </Page>
  );
}
