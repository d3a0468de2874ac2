import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorFinding, DoctorSeverity } from '#contract/doctor';
import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Tag } from '#ui/tag.tsx';
import { FindingItem } from './finding-item.tsx';
import { severities, tones } from './severities.ts';

/** From how many findings on they can be filtered. */
const filterFrom = 8;

/** A card for each severity, the worst first. */
export function FindingsBySeverity({
  findings,
  onFix,
}: {
  findings: readonly DoctorFinding[];
  onFix: (finding: DoctorFinding) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<DoctorSeverity | 'all'>('all');
  const present = severities.filter((severity) => findings.some((each) => each.severity === severity));
  const hasFilter = findings.length >= filterFrom && present.length > 1;
  // What was fixed may have been the last of its severity.
  const shown = hasFilter && present.some((each) => each === chosen) ? chosen : 'all';
  return (
    <>
      {hasFilter ? (
        <div className="overflow-x-auto">
          <Segmented
            label={t('doctor.filter')}
            value={shown}
            onChange={setChosen}
            choices={[
              { value: 'all', label: t('doctor.all') },
              ...present.map((value) => ({ value, label: t(`doctor.severity.${value}`) })),
            ]}
          />
        </div>
      ) : null}
      {present
        .filter((severity) => shown === 'all' || shown === severity)
        .map((severity) => {
          const those = findings.filter((each) => each.severity === severity);
          return (
            <Card
              key={severity}
              title={t(`doctor.severity.${severity}`)}
              beside={<Tag tone={tones[severity]}>{those.length}</Tag>}
              className="pb-1.5"
            >
              <p className="-mt-1.5 mb-2.5 text-sm text-muted">{t(`doctor.hint.${severity}`)}</p>
              <ul aria-label={t(`doctor.severity.${severity}`)} className="-mx-2.5">
                {those.map((finding) => (
                  <FindingItem key={finding.id} finding={finding} onFix={() => onFix(finding)} />
                ))}
              </ul>
            </Card>
          );
        })}
    </>
  );
}
