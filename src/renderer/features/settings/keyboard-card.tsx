import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';

/** Whether a single key is a shortcut. */
export function KeyboardCard(): ReactElement {
  const { t } = useTranslation();
  const { singleKeys } = usePreferences();
  const change = useChangePreferences();
  return (
    <Card title={t('settings.keyboard')}>
      <SettingRow name={t('settings.singleKeys')} hint={t('settings.singleKeysHint')}>
        <Segmented
          label={t('settings.singleKeys')}
          value={singleKeys ? 'on' : 'off'}
          onChange={(next) => change.mutate({ singleKeys: next === 'on' })}
          choices={[
            { value: 'on', label: t('settings.on') },
            { value: 'off', label: t('settings.off') },
          ]}
        />
      </SettingRow>
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}
