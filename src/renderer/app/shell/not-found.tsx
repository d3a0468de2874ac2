import { useNavigate } from '@tanstack/react-router';
import Compass from 'lucide-react/icons/compass';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#shared/page.tsx';

/** The page for an unknown address. */
export function NotFound(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('shell.notFound')}>
      <EmptyState
        icon={<Compass size={20} aria-hidden />}
        title={t('shell.notFound')}
        actions={<Button onClick={() => void navigate({ to: '/' })}>{t('shell.toOverview')}</Button>}
      >
        {t('shell.notFoundHint')}
      </EmptyState>
    </Page>
  );
}
