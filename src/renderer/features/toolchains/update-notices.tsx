import CircleArrowUp from 'lucide-react/icons/circle-arrow-up';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startInstall, useInstalls } from '#app/installs/installs.ts';
import type { Toolchain } from '#contract/toolchains';
import { Button } from '#ui/button.tsx';

/** A line for each newer patch of what is here; gone as soon as it is on its way. */
export function UpdateNotices({ toolchains }: { toolchains: readonly Toolchain[] }): ReactElement | null {
  const { t } = useTranslation();
  const underWay = new Set(useInstalls().map(({ version }) => version.replace(/^go/, '')));
  const versions = [...new Set(toolchains.map(({ update }) => update))].filter(
    (version) => version !== null && !underWay.has(version.replace(/^go/, '')),
  );
  if (versions.length === 0) return null;
  return (
    <ul className="mb-3 space-y-1.5">
      {versions.map((version) =>
        version === null ? null : (
          <li
            key={version}
            className="flex items-center gap-2.5 rounded-control bg-accent-soft py-1.5 pr-1.5 pl-3"
          >
            <CircleArrowUp size={15} aria-hidden className="shrink-0 text-accent" />
            <span className="num flex-1 font-medium">{t('upkeep.update', { version })}</span>
            <Button onClick={() => startInstall({ version })}>
              {t('upkeep.updateInstall', { version })}
            </Button>
          </li>
        ),
      )}
    </ul>
  );
}
