import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorReport } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { formatDuration } from '#contract/units';
import { Card } from '#ui/card.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { sentences } from '#ui/sentences.ts';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Every check with what it gave and how long it took; those without an answer first, with the reason. */
export function ChecksCard({ report: { checks, findings } }: { report: DoctorReport }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const sorted = checks.toSorted((a, b) => Number(b.unknown !== null) - Number(a.unknown !== null));
  return (
    <Card title={t('doctor.checksTitle')} className="pb-1.5">
      <Table
        label={t('doctor.checksTitle')}
        head={
          <>
            <Th>{t('doctor.check')}</Th>
            <Th>{t('doctor.result')}</Th>
            <Th numeric>{t('doctor.took')}</Th>
          </>
        }
      >
        {sorted.map(({ check, ms, unknown }) => {
          const count = findings.filter((each) => each.check === check).length;
          const said = unknown && describeFailure(unknown, locale);
          return (
            <Tr key={check}>
              <Td className="font-mono text-xs">{check}</Td>
              <Td className={said ? 'text-warn' : count > 0 ? '' : 'text-muted'}>
                {said ? (
                  <InlineText
                    text={`${t('doctor.unknown')}: ${sentences([said.message, said.hint], locale)}`}
                  />
                ) : count > 0 ? (
                  t('doctor.found', { count })
                ) : (
                  t('doctor.nothing')
                )}
              </Td>
              <Td numeric className="whitespace-nowrap">
                {formatDuration(ms, locale)}
              </Td>
            </Tr>
          );
        })}
      </Table>
    </Card>
  );
}
