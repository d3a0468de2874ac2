import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/shell/page.tsx';

export function ToolchainsPage(): ReactElement {
  const { t } = useTranslation();
  return <Page title={t('shell.page.toolchains')}>…</Page>;
}
