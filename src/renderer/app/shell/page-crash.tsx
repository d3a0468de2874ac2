import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Page } from '#shared/page.tsx';

/** Shown for a page that threw an error, which is a bug. The rest of the app still works. */
export function PageCrash({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.crashed')}>
      <Card>
        <FailureNote error={error} onRetry={reset} />
      </Card>
    </Page>
  );
}
