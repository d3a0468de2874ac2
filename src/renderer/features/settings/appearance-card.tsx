import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';

/** Theme and language. */
export function AppearanceCard(): ReactElement {
  const { t } = useTranslation();
  const { theme, language } = usePreferences();
  const change = useChangePreferences();
  return (
    <Card title={t('settings.appearance')}>
      <SettingRow name={t('settings.theme')} hint={t('settings.themeHint')}>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          onChange={(next) => change.mutate({ theme: next })}
          choices={[
            {
              value: 'system',
              label: choice(<Monitor size={13} aria-hidden />, t('settings.themes.system')),
            },
            { value: 'light', label: choice(<Sun size={13} aria-hidden />, t('settings.themes.light')) },
            { value: 'dark', label: choice(<Moon size={13} aria-hidden />, t('settings.themes.dark')) },
          ]}
        />
      </SettingRow>
      <SettingRow name={t('settings.language')} hint={t('settings.languageHint')}>
        <Segmented
          label={t('settings.language')}
          value={language}
          onChange={(next) => change.mutate({ language: next })}
          choices={[
            { value: 'system', label: t('settings.languages.system') },
            { value: 'en', label: <span lang="en">{t('settings.languages.en')}</span> },
            { value: 'zh-CN', label: <span lang="zh-CN">{t('settings.languages.zh')}</span> },
          ]}
        />
      </SettingRow>
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}

function choice(icon: ReactNode, label: string): ReactElement {
  return (
    <>
      {icon}
      {label}
    </>
  );
}
