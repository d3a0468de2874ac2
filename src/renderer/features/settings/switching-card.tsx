import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';

/** What happens if a pinned version is not installed. */
export function SwitchingCard(): ReactElement {
  const { t } = useTranslation();
  const { installMissing } = usePreferences();
  const change = useChangePreferences();
  return (
    <Card title={t('settings.switching')}>
      <SettingRow name={t('settings.missing')} hint={t('settings.missingHint')}>
        <Segmented
          label={t('settings.missing')}
          value={installMissing ? 'install' : 'show'}
          onChange={(next) => change.mutate({ installMissing: next === 'install' })}
          choices={[
            { value: 'show', label: t('settings.missingChoices.show') },
            { value: 'install', label: t('settings.missingChoices.install') },
          ]}
        />
      </SettingRow>
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}
