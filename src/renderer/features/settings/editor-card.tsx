import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { editorNames, editorTitles } from '#contract/editor-names';
import { orpc } from '#shared/client.ts';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Select } from '#ui/select.tsx';
import { SettingRow } from './setting-row.tsx';

/** The editor in which projects and the errors of builds are opened. */
export function EditorCard(): ReactElement {
  const { t } = useTranslation();
  const { editor } = usePreferences();
  const change = useChangePreferences();
  const found = useQuery(orpc.desktop.programs.queryOptions()).data?.editors;
  const [first] = found ?? [];
  return (
    <Card title={t('runs.editor')}>
      <SettingRow name={t('runs.editor')} hint={t('runs.editorHint')}>
        <Select
          label={t('runs.editor')}
          value={editor}
          onChange={(next) => change.mutate({ editor: next })}
          choices={[
            {
              value: 'auto',
              label:
                first === undefined
                  ? t('runs.editorAuto')
                  : t('runs.editorFound', { editor: editorTitles[first] }),
            },
            ...editorNames.map((name) => ({
              value: name,
              label: editorTitles[name],
              hint: found?.includes(name) === false ? t('runs.notFound') : undefined,
            })),
          ]}
        />
      </SettingRow>
      {change.isError ? <FailureNote error={change.error} className="mt-2" /> : null}
    </Card>
  );
}
