import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/shell/page.tsx';

export function OverviewPage(): ReactElement {
  const { t } = useTranslation();
  return <Page title={t('shell.page.overview')}>…</Page>;
}
