import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';

/** What Burrow shows outside of its window. */
export function OutsideCard(): ReactElement {
  const { t } = useTranslation();
  const { tray, notifications } = usePreferences();
  const change = useChangePreferences();
  const choices = (['on', 'off'] as const).map((value) => ({ value, label: t(`settings.${value}`) }));
  return (
    <Card title={t('settings.outside')}>
      <SettingRow
        name={t('settings.notifications')}
        hint={t('settings.notificationsHint')}
        note={notifications && window.burrow === undefined ? <Permission /> : null}
      >
        <Segmented
          label={t('settings.notifications')}
          value={notifications ? 'on' : 'off'}
          onChange={(next) => change.mutate({ notifications: next === 'on' })}
          choices={choices}
        />
      </SettingRow>
      {window.burrow === undefined ? null : (
        <SettingRow name={t('settings.tray')} hint={t('settings.trayHint')}>
          <Segmented
            label={t('settings.tray')}
            value={tray ? 'on' : 'off'}
            onChange={(next) => change.mutate({ tray: next === 'on' })}
            choices={choices}
          />
        </SettingRow>
      )}
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}

/** What the browser says about notifications; nothing once it allows them. */
function Permission(): ReactElement | null {
  const { t } = useTranslation();
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  if (permission === 'granted') return null;
  if (permission === 'denied') return <p className="text-sm text-warn">{t('settings.notAllowed')}</p>;
  return (
    <Button className="mt-1.5" onClick={() => void Notification.requestPermission().then(setPermission)}>
      {t('settings.allow')}
    </Button>
  );
}
