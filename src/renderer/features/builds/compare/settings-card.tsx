import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import { Card } from '#ui/card.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { joinFlags } from '../run/split-flags.ts';
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
      <SameSettings comparison={comparison} />
    </Card>
  );
}

/** What does not differ, in one line. */
function SameSettings({ comparison: { b, settings } }: { comparison: Comparison }): ReactElement | null {
  const { t } = useTranslation();
  const differ = new Set(settings.map(({ name }) => name));
  const same = [
    differ.has('goVersion') ? null : b.goVersion,
    differ.has('target') ? null : (b.target ?? b.image?.platform),
    differ.has('cgo') || b.cgo === null ? null : t(b.cgo ? 'builds.cgoOn' : 'builds.cgoOff'),
    differ.has('flags') || b.flags.length === 0 ? null : joinFlags(b.flags),
    differ.has('commit') ? null : b.vcs?.commit.slice(0, 7),
  ].filter(Boolean);
  if (same.length === 0) return null;
  return (
    <p className="pt-1.5 pb-2.5 text-sm wrap-anywhere text-faint">
      {t('comparison.same', { settings: same.join(' · ') })}
    </p>
  );
}
