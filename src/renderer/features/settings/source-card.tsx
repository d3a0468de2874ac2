import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mirrorNames } from '#contract/mirror-names';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { TextInput } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { SettingRow } from './setting-row.tsx';

/** Where toolchains come from, if the install does not say. */
export function SourceCard(): ReactElement {
  const { t } = useTranslation();
  const { source } = usePreferences();
  const change = useChangePreferences();
  const choices = [
    { value: 'auto', label: t('install.sourceAuto') },
    { value: 'official', label: t('install.sourceOfficial') },
    { value: 'proxy', label: t('install.sourceProxy') },
    ...mirrorNames.map((name) => ({ value: name, label: t(`install.mirrors.${name}`) })),
    { value: 'url', label: t('install.sourceUrl') },
  ];
  const isNamed = choices.some(({ value }) => value === source);
  const [isAddress, setIsAddress] = useState(!isNamed);
  const [address, setAddress] = useState(isNamed ? '' : source);
  return (
    <Card title={t('install.title')}>
      <SettingRow name={t('settings.source')} hint={t('settings.sourceHint')}>
        <Select
          label={t('settings.source')}
          value={isAddress ? 'url' : source}
          onChange={(value) => {
            setIsAddress(value === 'url');
            if (value !== 'url') change.mutate({ source: value });
          }}
          choices={choices}
        />
      </SettingRow>
      {isAddress ? (
        <form
          className="flex gap-2 pb-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ source: address.trim() });
          }}
        >
          <TextInput
            type="url"
            aria-label={t('settings.sourceAddress')}
            placeholder="https://"
            className="min-w-0 flex-1"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
          <Button type="submit" disabled={address.trim() === '' || address.trim() === source}>
            {t('settings.save')}
          </Button>
        </form>
      ) : null}
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}
