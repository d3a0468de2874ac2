import type { ReactElement } from 'react';
import type { Comparison } from '#contract/builds';
import { GrowthCard } from './growth-card.tsx';
import { ModulesCard } from './modules-card.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Why the size changed: parts, settings and modules that differ. */
export function Findings({ comparison }: { comparison: Comparison }): ReactElement {
  return (
    <>
      <GrowthCard comparison={comparison} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(400px,100%),1fr))] items-start gap-3.5">
        <SettingsCard comparison={comparison} />
        {comparison.a.kind === 'program' ? <ModulesCard comparison={comparison} /> : null}
      </div>
    </>
  );
}
