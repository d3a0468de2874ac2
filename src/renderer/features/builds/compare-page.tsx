import GitCompare from 'lucide-react/icons/git-compare';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/shell/page.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

/** Two builds side by side. */
export function ComparePage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.page.compare')}>
      <Card>
        <EmptyState icon={<GitCompare size={20} aria-hidden />} title={t('builds.emptyTitle')} />
      </Card>
    </Page>
  );
}
