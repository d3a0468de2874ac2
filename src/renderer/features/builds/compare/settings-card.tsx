import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/builds';
import { Card } from '#ui/card.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { SettingValue } from './setting-value.tsx';

/** The settings that differ between the sides: Go, target, CGO, flags, commit. */
export function SettingsCard({ comparison }: { comparison: Comparison }): ReactElement {
  const { t } = useTranslation();
  const { a, b, settings } = comparison;
  const same = a.kind === 'image' ? 'builds.comparison.settingsSameImage' : 'builds.comparison.settingsSame';
  return (
    <Card title={t('builds.comparison.settings')} className="pb-1.5">
      {settings.length === 0 ? (
        <p className="pb-2.5 text-muted">{t(same)}</p>
      ) : (
        <Table
          label={t('builds.comparison.settings')}
          className="[&_table]:table-fixed"
          head={
            <>
              <Th className="w-[92px]" />
              <Th>A · {a.id}</Th>
              <Th>B · {b.id}</Th>
            </>
          }
        >
          {settings.map(({ name, ...values }) => (
            <Tr key={name}>
              <Td className="text-muted">{t(`builds.comparison.setting.${name}`)}</Td>
              <Td>
                <SettingValue name={name} value={values.a} build={a} other={b} />
              </Td>
              <Td>
                <SettingValue name={name} value={values.b} build={b} other={a} />
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
