import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';

/** What was set differently on both sides: Go, target, CGO, flags, commit. */
export function SettingsCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { a, b, settings } = comparison;
  return (
    <Card title={t('builds.comparison.settings')} className="pb-1.5">
      {settings.length === 0 ? (
        <p className="pb-2.5 text-muted">{t('builds.comparison.settingsSame')}</p>
      ) : (
        <Table
          label={t('builds.comparison.settings')}
          head={
            <>
              <Th />
              <Th>A · {a.id}</Th>
              <Th>B · {b.id}</Th>
            </>
          }
        >
          {settings.map((setting) => (
            <Tr key={setting.name}>
              <Td className="text-muted whitespace-nowrap">
                {t(`builds.comparison.setting.${setting.name}`)}
              </Td>
              <Td className="max-w-56">
                <code className="block truncate" title={setting.a ?? ''}>
                  {setting.a ?? '–'}
                </code>
              </Td>
              <Td className="max-w-56">
                <code className="block truncate" title={setting.b ?? ''}>
                  {setting.b ?? '–'}
                </code>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
